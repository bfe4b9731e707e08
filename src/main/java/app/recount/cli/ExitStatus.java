package app.recount.cli;

import app.recount.problem.Action;
import app.recount.problem.Problem;

/** What a script learns from the exit status. */
final class ExitStatus {

    static final int DONE = 0;

    /** The user must act before it can work. */
    static final int REFUSED = 1;

    static final int WRONG_USAGE = 2;

    /** It failed, or nobody knows whether it did. */
    static final int FAILED = 3;

    private ExitStatus() {}

    /** Where trying again is the best that can be done it failed; anything else waits for the user. */
    static int of(Problem problem) {
        boolean passing = problem.actions().stream()
                .findFirst()
                .filter(action -> action.kind() == Action.Kind.TRY_AGAIN)
                .isPresent();
        return passing ? FAILED : REFUSED;
    }
}
