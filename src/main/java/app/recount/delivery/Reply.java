package app.recount.delivery;

import app.recount.text.Wording;
import java.util.Optional;

/** What came of one attempt to put a body on the wire. */
sealed interface Reply {

    /**
     * An HTTP answer.
     *
     * @param retryAfter the header as it came
     * @param body decoded as UTF-8, bounded
     */
    record Answer(int status, Optional<String> retryAfter, String body, long millis) implements Reply {}

    /**
     * There is nobody to whom the body may go in plain text.
     *
     * @param why a clause
     */
    record NotAllowed(Wording why, long millis) implements Reply {}

    /**
     * Nothing of the body has left this machine.
     *
     * @param why a clause
     */
    record NotSent(Wording why, long millis) implements Reply {}

    /**
     * Bytes of the body may have left, and no whole answer came.
     *
     * @param why a clause
     */
    record NoAnswer(Wording why, long millis) implements Reply {}

    long millis();
}
