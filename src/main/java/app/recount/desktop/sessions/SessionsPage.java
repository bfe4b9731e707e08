package app.recount.desktop.sessions;

import app.recount.desktop.shell.Badge;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.Later;
import app.recount.desktop.shell.LiveSessions;
import app.recount.desktop.shell.Navigation;
import app.recount.desktop.shell.Page;
import app.recount.desktop.shell.RailEntry;
import app.recount.desktop.shell.Rhythm;
import app.recount.session.SessionKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** All agent sessions of every tool, as they grow; there with or without a memory database. */
public final class SessionsPage implements Page {

    private static final Duration TICK = Duration.ofSeconds(1);

    /** While the page is not in front: the rail still counts. */
    private static final Duration SELDOM_TICK = Duration.ofSeconds(5);

    private final SessionsModel model = new SessionsModel();
    private final SessionsWork work;
    private final Later<SessionsView> view;
    private final RailEntry entry;
    private final Rhythm ticks;

    public SessionsPage(Desk desk, LiveSessions feed, Clock clock) {
        work = new SessionsWork(desk, model, feed);
        view = new Later<>(
                () -> new SessionsView(desk, model, work, feed.tracking().get().tools()));
        var badge = model.live()
                .map(live -> live.intValue() == 0
                        ? Badge.NONE
                        : Badge.count(desk.texts().get("sessions.live", live)));
        entry = new RailEntry(Navigation.SESSIONS, Feather.TERMINAL, badge);
        model.firstLook().bind(feed.firstLook());
        model.problem().bind(feed.problem());
        feed.sessions().subscribe(sessions -> {
            model.show(sessions, clock.instant());
            if (sessions.isPresent() && sessions.get().isEmpty()) {
                work.tellWhere();
            }
        });
        // while there is something to show, the page stays and only says what is wrong
        feed.problem().subscribe(problem -> {
            if (model.looked().get()) {
                problem.ifPresent(desk.notices()::show);
            }
        });
        ticks = new Rhythm(desk.background(), TICK, SELDOM_TICK, view::isSeen, () -> model.tick(clock.instant()));
        ticks.now();
    }

    @Override
    public RailEntry entry() {
        return entry;
    }

    @Override
    public Node content() {
        return view.get();
    }

    @Override
    public Node firstFocus() {
        return view.get().firstFocus();
    }

    @Override
    public boolean needsDatabase() {
        return false;
    }

    @Override
    public void shown() {
        ticks.now();
        work.readCalls();
    }

    /** Knows sessions as {@code tool:id}. */
    @Override
    public void reveal(String part) {
        int colon = part.indexOf(':');
        if (colon > 0) {
            model.select(new SessionKey(part.substring(0, colon), part.substring(colon + 1)));
        }
    }

    @Override
    public Optional<Runnable> command(Command command) {
        return switch (command) {
            case FILTER -> Optional.of(view.get()::focusFilter);
            case REFRESH -> Optional.of(work::refresh);
            case EXPORT ->
                model.visible().isEmpty()
                        ? Optional.empty()
                        : Optional.of(view.get().export()::fire);
            case COPY_JSON -> model.selected().get().map(row -> work::copyJson);
            case SAVE_PICTURE -> Optional.empty();
        };
    }
}
