package app.recount.analysis;

import app.recount.problem.Problem;
import app.recount.session.AgentSession;
import java.util.List;

/** {@code SESSION_AMBIGUOUS}: nobody said which of these sessions is meant. */
public final class AmbiguousSessionException extends RuntimeException {

    private final transient Problem problem;
    private final transient List<AgentSession> candidates;

    public AmbiguousSessionException(Problem problem, List<AgentSession> candidates) {
        super(problem.code() + ": " + problem.message());
        this.problem = problem;
        this.candidates = List.copyOf(candidates);
    }

    public Problem problem() {
        return problem;
    }

    /** Newest activity first. */
    public List<AgentSession> candidates() {
        return candidates;
    }
}
