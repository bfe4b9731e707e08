package app.recount.desktop.review;

import app.recount.delivery.BackfillPreview;
import app.recount.delivery.Decline;
import app.recount.delivery.Delivery;
import app.recount.delivery.DeliveryTrail;
import app.recount.delivery.Outcome;
import app.recount.delivery.Receipt;
import app.recount.delivery.ReceiptLog;
import app.recount.delivery.WaitingDelivery;
import app.recount.payload.PayloadDifference;
import app.recount.payload.SealedPayload;
import app.recount.text.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Recount's own books say about the data directory of a preview.
 *
 * @param waiting what was approved and has no outcome yet; the newest
 * @param lastDelivery the newest receipt of a payload that a server acknowledged
 * @param difference from that payload to the one that would go now; empty where its bytes are not stored any more
 * @param receipts all of this data directory, oldest first
 */
record Books(
        Optional<WaitingDelivery> waiting,
        Optional<Receipt> lastDelivery,
        Optional<PayloadDifference> difference,
        List<Receipt> receipts) {

    private static final String DELIVERED = "delivered";

    /** Where several wait, one of which bytes may have left matters more than one that never began. */
    private static final Comparator<WaitingDelivery> UNSETTLED_FIRST =
            Comparator.comparing(delivery -> delivery.state() == WaitingDelivery.State.NOT_STARTED);

    Books {
        receipts = List.copyOf(receipts);
    }

    /** Reads the receipts and what waits, and compares bytes; takes a moment for a long history. */
    static Books read(ReceiptLog log, Delivery delivery, BackfillPreview preview) {
        var directory = preview.request().dataDirectory();
        var receipts = log.list().stream()
                .filter(receipt -> receipt.subject()
                        .filter(subject -> subject.dataDirectory()
                                .equals(directory.realPath().toString()))
                        .isPresent())
                .toList();
        var last = receipts.stream()
                .filter(receipt -> receipt.outcome().filter(DELIVERED::equals).isPresent())
                .max(Comparator.comparingLong(Receipt::number));
        var difference = last.flatMap(Receipt::subject)
                .flatMap(subject -> delivery.storedBody(subject.digest()))
                .flatMap(SealedPayload::parse)
                .map(before -> PayloadDifference.between(before, preview.sealed()));
        return new Books(delivery.waiting(directory).stream().min(UNSETTLED_FIRST), last, difference, receipts);
    }

    /** The receipt of the sending that ended with this marker, or of the no that wrote it, if it was one of ours. */
    Optional<Receipt> authorOf(MarkerStory story, Texts texts) {
        return story.withoutEvents() ? decliner(story, texts) : sender(story);
    }

    /** The first no on record after the marker that says so; else the last one before it that meant to, and was interrupted. */
    private Optional<Receipt> decliner(MarkerStory story, Texts texts) {
        return noes(story)
                .filter(receipt -> Decline.wroteMarker(receipt, texts))
                .filter(receipt -> story.completedAt()
                        .filter(at -> !at.isAfter(receipt.time()))
                        .isPresent())
                .min(Comparator.comparingLong(Receipt::number))
                .or(() -> interrupted(story, texts));
    }

    private Optional<Receipt> interrupted(MarkerStory story, Texts texts) {
        return noes(story)
                .filter(receipt -> Decline.wantedMarker(receipt, texts))
                .filter(receipt -> DeliveryTrail.of(receipt, receipts).size() == 1)
                .filter(receipt -> story.completedAt()
                        .filter(at -> !at.isBefore(receipt.time()))
                        .isPresent())
                .max(Comparator.comparingLong(Receipt::number));
    }

    private Stream<Receipt> noes(MarkerStory story) {
        return receipts.stream()
                .filter(receipt -> receipt.kind() == Receipt.Kind.DECLINED)
                .filter(receipt ->
                        receipt.subject().map(Receipt.Subject::installId).equals(story.installId()));
    }

    private Optional<Receipt> sender(MarkerStory story) {
        return receipts.stream()
                .filter(receipt -> receipt.kind() == Receipt.Kind.MARKER_WRITTEN)
                .filter(receipt -> receipt.subject()
                        .filter(subject -> names(story, subject))
                        .isPresent())
                .max(Comparator.comparingLong(Receipt::number));
    }

    private static boolean names(MarkerStory story, Receipt.Subject subject) {
        return story.installId().filter(subject.installId()::equals).isPresent()
                && story.throughDay().filter(subject.throughDay()::equals).isPresent()
                && story.version()
                        .filter(version -> version == subject.payloadVersion())
                        .isPresent();
    }

    /** The receipts of the delivery that ended like this: the last one of these bytes. What was declined since is no part of it. */
    List<Receipt> of(Outcome outcome) {
        return receipts.stream()
                .filter(receipt -> receipt.kind() != Receipt.Kind.DECLINED)
                .filter(receipt -> receipt.subject()
                        .filter(subject -> subject.digest().equals(outcome.digest()))
                        .isPresent())
                .max(Comparator.comparingLong(Receipt::number))
                .map(last -> DeliveryTrail.of(last, receipts))
                .orElse(List.of());
    }
}
