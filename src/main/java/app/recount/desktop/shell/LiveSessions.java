package app.recount.desktop.shell;

import app.recount.analysis.Tracking;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.session.AgentSession;
import app.recount.session.SessionTail.Following;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The agent sessions as the window sees them while they grow: those of the demo while demo data is shown, else the user's own. However
 * fast the logs grow, the window is given a new list at most four times a second, and nothing while nothing changes.
 */
public final class LiveSessions implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Tracking own;
    private final Tracking demo;
    private final Background background;
    private final String taskName;
    private final ReadOnlyObjectWrapper<Tracking> tracking;
    private final ReadOnlyObjectWrapper<Optional<List<AgentSession>>> sessions =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Job>> firstLook = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable Following following;
    private long turn;
    private boolean closed;

    /**
     * Follows nothing yet.
     *
     * @param taskName what the first look is called while it runs
     */
    public LiveSessions(Workspace workspace, Tracking own, Tracking demo, Background background, String taskName) {
        this.own = own;
        this.demo = demo;
        this.background = background;
        this.taskName = taskName;
        this.tracking = new ReadOnlyObjectWrapper<>(tracking(workspace.source()));
        workspace.state().subscribe(state -> tracking.set(tracking(state.source())));
    }

    /** Follows from now on. */
    public void begin() {
        tracking.subscribe(this::follow);
    }

    /** Whose sessions and runs are shown. */
    public ReadOnlyObjectProperty<Tracking> tracking() {
        return tracking.getReadOnlyProperty();
    }

    /** All sessions, newest activity first; empty until they were looked for once. */
    public ReadOnlyObjectProperty<Optional<List<AgentSession>>> sessions() {
        return sessions.getReadOnlyProperty();
    }

    /** The first look while it is on its way: of a year of logs it takes a while, and it can be cancelled. */
    public ReadOnlyObjectProperty<Optional<Job>> firstLook() {
        return firstLook.getReadOnlyProperty();
    }

    /** Why nothing is shown or nothing new comes: the first look failed or was cancelled, or looking fails at the moment. */
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Looks at all logs now instead of at the next turn, or begins anew what was cancelled. The first look is such a look itself. */
    public void refresh() {
        var now = tracking.get();
        if (firstLook.get().isPresent()) {
            return;
        }
        if (following == null) {
            follow(now);
        } else {
            // what it finds is heard from the tail, so that nothing older can come after something newer
            background
                    .task(taskName, progress -> now.sessions().refresh(progress))
                    .start();
        }
    }

    private Tracking tracking(Source source) {
        return source.demo() ? demo : own;
    }

    private void follow(Tracking now) {
        stop();
        turn++;
        long of = turn;
        sessions.set(Optional.empty());
        problem.set(Optional.empty());
        var newest = new Newest<List<AgentSession>>(PAUSE, background::after, heard -> show(of, heard));
        var job = background
                .task(
                        taskName,
                        progress -> now.tail()
                                .follow(
                                        newest,
                                        why -> background.after(Duration.ZERO, () -> failed(of, why)),
                                        progress))
                .isLong(LongWork.INDEXING)
                .whenDone(begun -> keep(of, begun))
                .whenFailed(why -> failed(of, why))
                .whenCancelled(() -> failed(of, Problem.of("CANCELLED.reading").advising(Action.tryAgain())))
                .start();
        firstLook.set(Optional.of(job));
    }

    /** Whether what is told belongs to what is followed now; what comes late from a following that was given up is dropped. */
    private boolean isCurrent(long of) {
        return !closed && of == turn;
    }

    private void failed(long of, Problem why) {
        if (isCurrent(of)) {
            firstLook.set(Optional.empty());
            problem.set(Optional.of(why));
        }
    }

    private void keep(long of, Following begun) {
        if (isCurrent(of)) {
            firstLook.set(Optional.empty());
            following = begun;
        } else {
            begun.close();
        }
    }

    private void show(long of, List<AgentSession> heard) {
        if (isCurrent(of)) {
            problem.set(Optional.empty());
            sessions.set(Optional.of(heard));
        }
    }

    private void stop() {
        firstLook.get().ifPresent(Job::cancel);
        firstLook.set(Optional.empty());
        if (following != null) {
            following.close();
            following = null;
        }
    }

    @Override
    public void close() {
        closed = true;
        stop();
    }
}
