package app.recount.delivery;

import app.recount.delivery.Receipt.Kind;
import app.recount.payload.SealedPayload;
import app.recount.text.Texts;
import app.recount.text.Wording;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Keeps {@code approved/} and the receipts in step. A state that waits goes first, so that a crash in between never forgets what was
 * done, and the next sending makes up for the receipt. A state that ends goes last, because nobody comes back to it.
 */
final class DeliveryBooks {

    private final ApprovedStore approved;
    private final ReceiptLog receipts;
    private final Clock clock;
    private final Texts texts;

    /** @param texts the language of the books */
    DeliveryBooks(ApprovedStore approved, ReceiptLog receipts, Clock clock, Texts texts) {
        this.approved = approved;
        this.receipts = receipts;
        this.clock = clock;
        this.texts = texts;
    }

    /** Before anything else: the bytes, the state, and the approval on record. */
    void approve(KeptDelivery kept, SealedPayload payload) {
        approved.keepBody(payload.digest(), payload.body());
        approved.save(kept);
        if (!has(Kind.APPROVED, kept)) {
            receipts.append(entry(Kind.APPROVED, kept));
        }
    }

    /** Right before the first byte. */
    KeptDelivery send(KeptDelivery kept) {
        var sending = kept.sending(clock.instant());
        approved.save(sending);
        receipts.append(entry(Kind.SENT, kept));
        return sending;
    }

    void save(KeptDelivery kept) {
        approved.save(kept);
    }

    /** Everything was acknowledged; only the marker is missing. */
    KeptDelivery acknowledge(KeptDelivery kept, Transmission sent) {
        var done = kept.ended(KeptDelivery.Phase.ACKNOWLEDGED, false, kept.problem(), clock.instant());
        approved.save(done);
        if (!has(Kind.ANSWER, done)) {
            receipts.append(entry(Kind.ANSWER, done).ended("delivered", sent.parts()));
        }
        return done;
    }

    /** The marker stands. */
    void deliver(KeptDelivery kept, Wording note) {
        if (!has(Kind.MARKER_WRITTEN, kept)) {
            receipts.append(entry(Kind.MARKER_WRITTEN, kept).because(note));
        }
        approved.save(kept.ended(KeptDelivery.Phase.DELIVERED, false, Optional.empty(), clock.instant()));
    }

    /**
     * It ended otherwise. If a crash comes in between, or the receipt has no room, it waits as before; another sending is another
     * answer.
     */
    void end(KeptDelivery kept, KeptDelivery.Phase phase, Transmission sent, Outcome outcome, Stop stop) {
        boolean mayHaveArrived = kept.mayHaveArrived() || sent.unanswered();
        var why = KeptProblem.of(stop.problem(), texts);
        receipts.append(
                entry(Kind.ANSWER, kept).ended(outcome.word(), sent.parts()).failed(why));
        approved.save(kept.ended(phase, mayHaveArrived, Optional.of(why), clock.instant()));
    }

    private static ReceiptEntry entry(Kind kind, KeptDelivery kept) {
        return ReceiptEntry.of(kind, ReceiptEntry.subject(kept.approval(), kept.dataDirectory()));
    }

    /** Whether it is on record already since this approval: a crash may have come between the record and the state. */
    private boolean has(Kind kind, KeptDelivery kept) {
        var subject = ReceiptEntry.subject(kept.approval(), kept.dataDirectory());
        var since = kept.approval().approvedAt().truncatedTo(ChronoUnit.MILLIS);
        return receipts.list().stream()
                .filter(receipt -> receipt.subject().filter(subject::equals).isPresent())
                // from there on by their order: the clock may have been set back since
                .dropWhile(receipt ->
                        receipt.kind() != Kind.APPROVED || receipt.time().isBefore(since))
                .filter(receipt -> receipt.kind() == kind)
                .anyMatch(receipt -> kind != Kind.ANSWER || receipt.outcome().equals(Optional.of("delivered")));
    }
}
