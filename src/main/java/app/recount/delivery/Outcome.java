package app.recount.delivery;

import app.recount.payload.Digest;
import app.recount.problem.Problem;
import app.recount.text.Wording;
import java.util.List;
import java.util.Optional;

/** How a sending ended. The words are those of receipts and scripts. */
public sealed interface Outcome {

    Digest digest();

    /** The word for it in receipts and scripts. */
    String word();

    /** How many HTTP requests this sending began; those of an earlier one that was interrupted do not count. */
    int requests();

    /** How many events the payload has, whether they left or not. */
    int events();

    /**
     * Every part was acknowledged and the marker was written.
     *
     * @param acknowledgements also those of an earlier sending of the same bytes
     * @param unrecorded why the receipt of the marker could not be written, if so; the next sending finds the marker and makes up for it
     */
    record Delivered(
            Digest digest,
            int requests,
            int events,
            List<Acknowledgement> acknowledgements,
            Marker marker,
            Optional<Problem> unrecorded)
            implements Outcome {
        public Delivered {
            acknowledgements = List.copyOf(acknowledgements);
        }

        @Override
        public String word() {
            return "delivered";
        }
    }

    /** The marker counts as complete, or there are no events. */
    record NothingToDo(Digest digest, int events, Blocker why, Wording reason) implements Outcome {
        @Override
        public String word() {
            return "nothing_to_do";
        }

        @Override
        public int requests() {
            return 0;
        }
    }

    /**
     * All gates were walked and nothing was sent.
     *
     * @param summary a line for the whole and one per event
     */
    record DryRun(Digest digest, int events, List<Wording> summary) implements Outcome {
        public DryRun {
            summary = List.copyOf(summary);
        }

        @Override
        public String word() {
            return "dry_run";
        }

        @Override
        public int requests() {
            return 0;
        }
    }

    /**
     * Nothing was accepted; approving again is safe.
     *
     * @param by who refused
     * @param answer the server's answer, bounded, if there was one
     */
    record Refused(Digest digest, int requests, int events, By by, Problem problem, Optional<String> answer)
            implements Outcome {
        @Override
        public String word() {
            return "refused";
        }
    }

    /** Who refused; decides between “the user must act” and “failed”. */
    enum By {
        GATE,
        SERVER,
        /** The server never took it: passing errors to the end of the retries, or no connection. */
        UNREACHABLE
    }

    /** Bytes left and no answer came, or only some parts were acknowledged: the same bytes may be sent again. */
    record Unknown(Digest digest, int requests, int events, List<Acknowledgement> acknowledgements, Problem problem)
            implements Outcome {
        public Unknown {
            acknowledgements = List.copyOf(acknowledgements);
        }

        @Override
        public String word() {
            return "unknown";
        }
    }

    /**
     * The server's yes to one part.
     *
     * @param part the part's own digest; that of the whole if it was sent in one
     * @param retries how many attempts failed before
     * @param status the HTTP status
     * @param answer the body of the answer, bounded
     * @param millis how long the acknowledged attempt took
     */
    record Acknowledgement(Digest part, int events, int bytes, int retries, int status, String answer, long millis) {}
}
