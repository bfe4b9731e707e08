package app.recount.delivery;

import app.recount.problem.Problem;
import app.recount.text.Texts;
import app.recount.text.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem as it goes into the books: in the words of that day, because they must mean the same to whoever reads them later, with
 * another Recount or none. What could be done then is not kept.
 */
record KeptProblem(String code, String message, @Nullable String cause) {

    static KeptProblem of(Problem problem, Texts texts) {
        return new KeptProblem(
                problem.code(),
                texts.say(problem.message()),
                problem.cause() == null ? null : texts.say(problem.cause()));
    }

    /** As it was told then. */
    Problem problem() {
        return new Problem(code, Wording.verbatim(message), cause == null ? null : Wording.verbatim(cause), List.of());
    }

    String sentences() {
        return cause == null ? message : message + " " + cause;
    }
}
