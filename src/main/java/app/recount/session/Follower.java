package app.recount.session;

import app.recount.problem.Problem;
import java.util.List;
import java.util.function.Consumer;

/** Somebody who listens; the first list comes from another thread than the others, and an older one never follows a newer. */
final class Follower {

    private final Consumer<List<AgentSession>> listener;
    private final Consumer<Problem> problems;
    private long told = -1;

    Follower(Consumer<List<AgentSession>> listener, Consumer<Problem> problems) {
        this.listener = listener;
        this.problems = problems;
    }

    /** A list, and which one in order. */
    record Edition(long number, List<AgentSession> sessions) {}

    synchronized void tell(Edition edition) {
        if (edition.number() > told) {
            told = edition.number();
            listener.accept(edition.sessions());
        }
    }

    void tell(Problem problem) {
        problems.accept(problem);
    }
}
