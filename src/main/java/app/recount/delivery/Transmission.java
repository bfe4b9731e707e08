package app.recount.delivery;

import java.util.List;
import java.util.Optional;

/**
 * What a sending did on the wire.
 *
 * @param requests how many HTTP requests were begun
 * @param parts each part with its last answer
 * @param unanswered whether bytes of a part that was not acknowledged have left without a definite answer
 * @param stop why it ended early; empty if everything was acknowledged
 */
record Transmission(int requests, List<Receipt.Part> parts, boolean unanswered, Optional<Stop> stop) {

    /** Nothing was missing, so nothing was sent. */
    static final Transmission NONE = new Transmission(0, List.of(), false, Optional.empty());

    Transmission {
        parts = List.copyOf(parts);
    }
}
