package app.recount.desktop.analyses;

import app.recount.analysis.Analyses;
import app.recount.analysis.AnalysisRun;
import app.recount.analysis.AnalysisStore.RunFilter;
import app.recount.analysis.Tracking;
import app.recount.desktop.shell.Background;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.LiveSessions;
import app.recount.desktop.shell.Rhythm;
import app.recount.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Keeps the model up to date: looks a few times a second whether anybody changed the store, and at open runs whenever their session
 * grew. All of it happens off the window's thread.
 */
final class RunsWork {

    private static final Duration LOOK = Duration.ofMillis(300);
    private static final Duration TICK = Duration.ofSeconds(1);

    /** While the page is not in front: the rail and the status bar still count. Also while the store cannot be read. */
    private static final Duration SELDOM_LOOK = Duration.ofSeconds(3);

    private static final Duration SELDOM_TICK = Duration.ofSeconds(5);

    private final Background background;
    private final String name;
    private final LiveSessions live;
    private final RunsModel model;
    private final Rhythm looks;
    private final Rhythm ticks;
    private final Observer observer;
    private final RunChecks checks;
    private final StaleNotice stale;
    private Optional<Long> version = Optional.empty();
    private Optional<String> wanted = Optional.empty();
    private boolean looking;
    private boolean resting;

    /**
     * Does nothing before {@link #begin}.
     *
     * @param inFront whether the page is seen
     */
    RunsWork(Desk desk, LiveSessions live, RunsModel model, Clock clock, BooleanSupplier inFront) {
        this.background = desk.background();
        this.name = desk.texts().get("analyses.task.read");
        this.live = live;
        this.model = model;
        this.observer = new Observer(desk, this::analyses, model);
        this.checks = new RunChecks(
                background, name, this::analyses, analyses -> analyses.rules().check(), model::checked);
        this.stale = new StaleNotice(desk.notices());
        this.looks = new Rhythm(background, LOOK, SELDOM_LOOK, inFront, this::lookUnlessResting);
        // the status bar counts the seconds of a live run on every page
        this.ticks = new Rhythm(
                background,
                TICK,
                SELDOM_TICK,
                () -> inFront.getAsBoolean() || model.counts().get().live() > 0,
                () -> model.tick(clock.instant()));
    }

    void begin() {
        live.tracking().subscribe(this::switchTo);
        live.sessions()
                .subscribe(heard -> heard.ifPresent(sessions -> {
                    model.heard(sessions);
                    observer.wantGrown();
                }));
        model.selected().subscribe(selected -> selected.ifPresent(observer::wantUnlessKnown));
        looks.now();
        ticks.now();
    }

    /** The page comes to the front. */
    void shown() {
        refresh();
        looks.now();
        ticks.now();
    }

    Analyses analyses() {
        return live.tracking().get().analyses();
    }

    Tracking tracking() {
        return live.tracking().get();
    }

    /** Reads everything again, whether it seems to have changed or not: the price list may have. */
    void refresh() {
        version = Optional.empty();
        resting = false;
        observer.wantInSight();
        look();
    }

    /** A run was changed here: it is shown at once. */
    void changed(AnalysisRun run) {
        wanted = Optional.of(run.id());
        observer.want(run.id());
        refresh();
    }

    private void switchTo(Tracking now) {
        version = Optional.empty();
        resting = false;
        stale.takeBack();
        model.clear();
        observer.forget();
        look();
    }

    private void lookUnlessResting() {
        if (!resting) {
            look();
        }
    }

    private void look() {
        if (looking) {
            return;
        }
        looking = true;
        var asked = live.tracking().get();
        var before = version;
        background
                .task(name, progress -> look(asked.analyses(), before))
                .whenEnded(() -> looking = false)
                .whenDone(look -> take(asked, look))
                .whenFailed(problem -> cannotLook(asked, problem))
                .start();
    }

    /** What one look found. */
    private record Look(long version, Optional<Stock> stock) {}

    private static Look look(Analyses analyses, Optional<Long> before) {
        // asked first: what changes while the runs are read is seen by the next look
        long now = analyses.runs().version();
        return before.filter(known -> known == now).isPresent()
                ? new Look(now, Optional.empty())
                : new Look(
                        now,
                        Optional.of(new Stock(
                                analyses.runs().list(RunFilter.ALL, 0),
                                analyses.sources().list())));
    }

    private void take(Tracking asked, Look look) {
        if (!live.tracking().get().equals(asked)) {
            look();
            return;
        }
        version = Optional.of(look.version());
        stale.takeBack();
        look.stock()
                .filter(read -> !read.equals(model.stock().get().orElse(null)))
                .ifPresent(read -> {
                    model.read(read);
                    read.runs().stream()
                            .filter(AnalysisRun::isOpen)
                            .map(AnalysisRun::id)
                            .forEach(observer::wantUnlessKnown);
                    model.selected().get().ifPresent(observer::wantUnlessKnown);
                    checks.soon();
                });
        wanted.filter(id -> model.run(id).isPresent()).ifPresent(id -> {
            wanted = Optional.empty();
            model.select(id);
        });
    }

    /** A store that cannot be read is asked again, for whatever stands in the way may pass, but seldom. */
    private void cannotLook(Tracking asked, Problem problem) {
        if (!live.tracking().get().equals(asked)) {
            look();
            return;
        }
        resting = true;
        background.after(SELDOM_LOOK, () -> resting = false);
        model.failed(problem);
        if (model.stock().get().isPresent()) {
            // without any runs the page itself says it
            stale.failed(problem);
        }
    }
}
