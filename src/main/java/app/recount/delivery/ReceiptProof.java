package app.recount.delivery;

import java.util.List;

/**
 * What can be proved of a log of receipts.
 *
 * @param verification of the chain
 * @param endKnown whether a cut end would have been noticed: only the machine that wrote the log remembers its end
 * @param bodies the stored bytes that were looked for
 */
public record ReceiptProof(Verification verification, boolean endKnown, List<KeptBody> bodies) {

    public ReceiptProof {
        bodies = List.copyOf(bodies);
    }

    /** Whether nothing was found to be other than it was written. Bytes that are gone do not count against it. */
    public boolean holds() {
        return verification instanceof Verification.Intact
                && bodies.stream().noneMatch(body -> body.state() == KeptBody.State.CHANGED);
    }
}
