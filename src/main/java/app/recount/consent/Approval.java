package app.recount.consent;

import app.recount.payload.Digest;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The user's yes to one sealed payload. It is worth nothing for any other: whoever sends compares every part of it.
 *
 * @param destination the whole address that was shown
 * @param firstDay the install day
 * @param textVersion version of the statements that were shown
 * @param textHash hash of the statements that were shown
 */
public record Approval(
        Digest digest,
        String destination,
        LocalDate firstDay,
        LocalDate throughDay,
        int eventCount,
        int payloadVersion,
        String installId,
        String textVersion,
        Digest textHash,
        Instant approvedAt) {}
