package app.recount.delivery;

import app.recount.consent.Approval;
import app.recount.consent.ConsentDecision;
import app.recount.consent.PrivacyReport;
import app.recount.consent.ReviewText;
import app.recount.consent.TelemetryConfig;
import app.recount.memory.Activity;
import app.recount.memory.DayWindow;
import app.recount.payload.InstallProfile;
import app.recount.payload.Payload;
import app.recount.payload.SealedPayload;
import java.time.Instant;
import java.util.List;

/**
 * Everything that can be said before anything is sent: what was counted, the exact bytes, and why they may or may not leave.
 *
 * @param privacy of the sealed bytes
 * @param blockedBy in the order of the gates; empty means that an approval is all that is missing
 * @param dryRun whether {@code CLAUDE_MEM_TELEMETRY_DEBUG=1} turns a send into a rehearsal on stderr
 */
public record BackfillPreview(
        PreviewRequest request,
        Activity activity,
        InstallProfile profile,
        Payload payload,
        SealedPayload sealed,
        PrivacyReport privacy,
        TelemetryConfig telemetryConfig,
        ConsentDecision consent,
        MarkerState marker,
        boolean dryRun,
        List<Blocker> blockedBy) {

    public BackfillPreview {
        blockedBy = List.copyOf(blockedBy);
    }

    /**
     * The user's yes to what this preview shows.
     *
     * @param text the statements that were on the page
     */
    public Approval approve(ReviewText text, Instant at) {
        return new Approval(
                sealed.digest(),
                request.destination().address(),
                payload.window().map(DayWindow::installDay).orElse(payload.throughDay()),
                payload.throughDay(),
                sealed.eventCount(),
                payload.version(),
                payload.installId().value(),
                text.version(),
                text.hash(),
                at);
    }

    /** Whether only the user's approval is missing. */
    public boolean sendable() {
        return blockedBy.isEmpty();
    }
}
