package app.recount.delivery;

import app.recount.problem.Problem;
import java.util.Optional;

/**
 * Why a sending ended before everything was acknowledged.
 *
 * @param answer the server's last answer, bounded
 * @param gate the gate that closed, if one did
 * @param settles whether it also says that no earlier attempt of the same bytes was taken
 */
record Stop(Outcome.By by, Problem problem, Optional<String> answer, Optional<Blocker> gate, boolean settles) {

    static Stop server(Problem problem, String answer, boolean settles) {
        return new Stop(Outcome.By.SERVER, problem, Optional.of(answer), Optional.empty(), settles);
    }

    static Stop unreachable(Problem problem, Optional<String> answer) {
        return new Stop(Outcome.By.UNREACHABLE, problem, answer, Optional.empty(), false);
    }

    /** A rule of this side, or the user. */
    static Stop here(Problem problem) {
        return new Stop(Outcome.By.GATE, problem, Optional.empty(), Optional.empty(), false);
    }

    static Stop gate(Blocker gate, Problem problem) {
        return new Stop(Outcome.By.GATE, problem, Optional.empty(), Optional.of(gate), false);
    }

    static Stop cancelled() {
        return here(Problem.of("CANCELLED.sending"));
    }

    /** Whether somebody else has said that everything is done. */
    boolean isNothingToDo() {
        return gate.filter(closed -> closed == Blocker.MARKER_CURRENT
                        || closed == Blocker.MARKER_UNREADABLE
                        || closed == Blocker.NO_EVENTS)
                .isPresent();
    }
}
