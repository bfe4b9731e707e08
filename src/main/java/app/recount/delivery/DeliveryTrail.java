package app.recount.delivery;

import java.util.List;
import java.util.stream.LongStream;

/**
 * The entries that belong to one decision: to a delivery, from an approval to whatever followed it before the same was approved again,
 * or to a no, with what became of it.
 */
public final class DeliveryTrail {

    private DeliveryTrail() {}

    /** All of the decision that {@code one} belongs to, oldest first; it alone if it is about none. */
    public static List<Receipt> of(Receipt one, List<Receipt> log) {
        if (one.kind() == Receipt.Kind.DECLINED) {
            return ofNo(one, log);
        }
        if (one.subject().isEmpty()) {
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

    /** A no is made under a lock, so its outcome is the next entry of its kind about the same. */
    private static List<Receipt> ofNo(Receipt one, List<Receipt> log) {
        var about = log.stream()
                .filter(receipt -> receipt.kind() == Receipt.Kind.DECLINED)
                .filter(receipt -> receipt.subject().equals(one.subject()))
                .toList();
        int at = about.indexOf(one);
        int first = one.outcome().isPresent() ? at - 1 : at;
        boolean whole = first >= 0
                && first + 1 < about.size()
                && about.get(first).outcome().isEmpty()
                && about.get(first + 1).outcome().isPresent();
        return whole ? about.subList(first, first + 2) : List.of(one);
    }

    private static LongStream approvals(List<Receipt> receipts) {
        return receipts.stream()
                .filter(receipt -> receipt.kind() == Receipt.Kind.APPROVED)
                .mapToLong(Receipt::number);
    }
}
