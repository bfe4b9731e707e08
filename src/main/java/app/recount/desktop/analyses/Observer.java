package app.recount.desktop.analyses;

import app.recount.analysis.Analyses;
import app.recount.analysis.AnalysisRun;
import app.recount.analysis.PriceTable;
import app.recount.analysis.PriceTable.Price;
import app.recount.analysis.RunProgress;
import app.recount.desktop.shell.Background;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.Notices;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.session.AgentSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Looks at runs, several at once, and at most four times a second. */
final class Observer {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final String GONE = "RUN_NOT_FOUND";

    private final Background background;
    private final Notices notices;
    private final String name;
    private final Supplier<Analyses> analyses;
    private final RunsModel model;
    private final Set<String> wanted = new LinkedHashSet<>();
    private boolean busy;

    Observer(Desk desk, Supplier<Analyses> analyses, RunsModel model) {
        this.background = desk.background();
        this.notices = desk.notices();
        this.name = desk.texts().get("analyses.task.look");
        this.analyses = analyses;
        this.model = model;
    }

    /** A run that was looked at as it is stored now need not be looked at again. */
    void wantUnlessKnown(String id) {
        var stored = model.run(id);
        var known = model.observed(id).map(seen -> seen.progress().run());
        if (stored.isPresent() && !stored.equals(known)) {
            want(id);
        }
    }

    /** The selected run, and all open ones. */
    void wantInSight() {
        model.selected().get().ifPresent(wanted::add);
        model.rows().stream()
                .map(RunRow::run)
                .filter(AnalysisRun::isOpen)
                .map(AnalysisRun::id)
                .forEach(wanted::add);
        next();
    }

    /** All open runs whose session is not as it was when they were looked at. */
    void wantGrown() {
        model.rows().stream()
                .map(RunRow::run)
                .filter(AnalysisRun::isOpen)
                .filter(this::hasGrown)
                .map(AnalysisRun::id)
                .forEach(this::want);
    }

    void want(String id) {
        wanted.add(id);
        next();
    }

    void forget() {
        wanted.clear();
    }

    private boolean hasGrown(AnalysisRun run) {
        var heard = model.session(run).map(Observer::fingerprint);
        var seen = model.observed(run.id())
                .flatMap(known -> known.progress().session())
                .map(Observer::fingerprint);
        return heard.isPresent() && !heard.equals(seen);
    }

    private static String fingerprint(AgentSession session) {
        return session.log().fingerprint();
    }

    private void next() {
        if (busy || wanted.isEmpty()) {
            return;
        }
        busy = true;
        var ids = List.copyOf(wanted);
        var asked = analyses.get();
        wanted.clear();
        background
                .task(name, progress -> look(asked, ids))
                .whenEnded(() -> background.after(PAUSE, () -> {
                    busy = false;
                    next();
                }))
                .whenDone(seen -> {
                    if (analyses.get().equals(asked)) {
                        model.observed(seen);
                    }
                })
                .whenFailed(this::say)
                .start();
    }

    /** Once: the next look will very likely meet the same. */
    private void say(Problem problem) {
        var code = Optional.of(problem.code());
        if (notices.standing().stream().noneMatch(notice -> notice.code().equals(code))) {
            notices.show(problem);
        }
    }

    private static List<Observed> look(Analyses analyses, List<String> ids) {
        var seen = new ArrayList<Observed>();
        for (var id : ids) {
            try {
                seen.add(observed(analyses.lifecycle().observe(id), analyses.prices()));
            } catch (ProblemException e) {
                // a run that was removed meanwhile has nothing to show any more; the list says so at its next look
                if (!e.problem().code().equals(GONE)) {
                    throw e;
                }
            }
        }
        return seen;
    }

    static Observed observed(RunProgress progress, PriceTable table) {
        var prices = new TreeMap<String, Optional<Price>>();
        progress.sinceStart()
                .ifPresent(used -> used.byModel().keySet().forEach(model -> prices.put(model, table.price(model))));
        var said = progress.run().description().model();
        if (prices.isEmpty() && said != null && !said.isEmpty()) {
            prices.put(said, table.price(said));
        }
        return new Observed(progress, new Observed.PriceDay(table.date(), table.source()), prices);
    }
}
