package app.recount.delivery;

import app.recount.consent.Approval;
import app.recount.payload.Digest;
import java.util.Optional;

/**
 * A wish to send what was approved.
 *
 * @param preview how the payload is built again, to be compared with what was approved
 * @param approved the digest that the user said yes to
 * @param approval the whole yes where it was given on a page; empty where only a digest was given, whose preview is then looked up
 * @param dryRun walk all gates and send nothing
 */
public record SendRequest(PreviewRequest preview, Digest approved, Optional<Approval> approval, boolean dryRun) {

    /** After a yes on a page, or to send again what {@link WaitingDelivery} keeps. */
    public static SendRequest of(PreviewRequest preview, Approval approval) {
        return new SendRequest(preview, approval.digest(), Optional.of(approval), false);
    }

    /** After {@code --approve sha256:…}. */
    public static SendRequest ofDigest(PreviewRequest preview, Digest approved) {
        return new SendRequest(preview, approved, Optional.empty(), false);
    }

    public SendRequest asDryRun() {
        return new SendRequest(preview, approved, approval, true);
    }
}
