package app.recount.delivery;

import java.util.List;
import java.util.stream.LongStream;

/** The entries that belong to one delivery: from an approval to whatever followed it before the same was approved again. */
public final class DeliveryTrail {

    private DeliveryTrail() {}

    /** All of the delivery that {@code one} belongs to, oldest first; it alone if it is about none. */
    public static List<Receipt> of(Receipt one, List<Receipt> log) {
        if (one.subject().isEmpty() || one.kind() == Receipt.Kind.DECLINED) {
            return List.of(one);
        }
        var about = log.stream()
                .filter(receipt -> receipt.subject().equals(one.subject()))
                .filter(receipt -> receipt.kind() != Receipt.Kind.DECLINED)
                .toList();
        long from =
                approvals(about).filter(number -> number <= one.number()).max().orElse(0);
        long next =
                approvals(about).filter(number -> number > one.number()).min().orElse(Long.MAX_VALUE);
        return about.stream()
                .filter(receipt -> receipt.number() >= from && receipt.number() < next)
                .toList();
    }

    private static LongStream approvals(List<Receipt> receipts) {
        return receipts.stream()
                .filter(receipt -> receipt.kind() == Receipt.Kind.APPROVED)
                .mapToLong(Receipt::number);
    }
}
