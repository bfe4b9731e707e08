package app.recount.delivery;

import app.recount.problem.Problem;
import java.util.Optional;

/** What an attempt means for a part. */
sealed interface Verdict {

    /** The server took it. */
    record Acknowledged(int status, String answer) implements Verdict {}

    /** Halves may be taken. */
    record TooLarge(int status, String answer) implements Verdict {}

    /** The server definitely does not want it; another attempt would get the same answer. */
    record Refused(Problem problem, int status, String answer) implements Verdict {}

    /** Nobody was asked, and must not be. */
    record NotAllowed(Problem problem) implements Verdict {}

    /**
     * Another attempt may do better.
     *
     * @param retryAfter what the server asked for, as it came
     */
    record Passing(Problem problem, Optional<Integer> status, String answer, Optional<String> retryAfter)
            implements Verdict {}
}
