package app.recount.delivery;

import app.recount.consent.Approval;
import app.recount.delivery.Outcome.Acknowledgement;
import app.recount.problem.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An approved payload whose end is not known. Its bytes are kept, and sending them again is safe.
 *
 * @param dataDirectory whose history it is
 * @param acknowledgements the parts that the server took; they are not sent again
 * @param problem what is known of the last attempt; empty if the program ended in the middle of it
 * @param since when it got into this state
 */
public record WaitingDelivery(
        Approval approval,
        Path dataDirectory,
        State state,
        List<Acknowledgement> acknowledgements,
        Optional<Problem> problem,
        Instant since) {

    /** Why it waits. */
    public enum State {
        /** Approved, and nothing was sent. */
        NOT_STARTED,
        /** The program ended while it was sending. */
        INTERRUPTED,
        /** Bytes left and no answer came, or only some parts were acknowledged. */
        UNANSWERED,
        /** Everything was acknowledged; only the marker is missing. Sending again makes no request. */
        MARKER_MISSING,
        /** A Recount is sending it right now. */
        RUNNING
    }

    public WaitingDelivery {
        acknowledgements = List.copyOf(acknowledgements);
    }

    public int acknowledgedEvents() {
        return acknowledgements.stream().mapToInt(Acknowledgement::events).sum();
    }
}
