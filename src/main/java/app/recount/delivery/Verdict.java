package app.recount.delivery;

import app.recount.problem.Problem;
import java.util.Optional;

/** What an attempt means for a part. */
sealed interface Verdict {

    /** The server took it. */
    record Acknowledged(int status, String answer) implements Verdict {}

    /** Halves may be taken. */
    record TooLarge(int status, String answer) implements Verdict {}

    /**
     * It is definitely not wanted; another attempt would get the same answer.
     *
     * @param settles whether the same server would have said so to an earlier attempt of the same bytes
     */
    record Refused(Problem problem, int status, String answer, boolean settles) implements Verdict {}

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
