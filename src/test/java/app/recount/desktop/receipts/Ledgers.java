package app.recount.desktop.receipts;

import app.recount.delivery.Receipt;
import app.recount.delivery.Receipt.Kind;
import app.recount.delivery.ReceiptProof;
import app.recount.delivery.Verification;
import app.recount.payload.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Logs as a reading would return them. */
final class Ledgers {

    static final byte[] BODY = "{\"api_key\":\"phc_test\",\"historical_migration\":true,\"batch\":[]}"
            .repeat(80)
            .getBytes(StandardCharsets.UTF_8);

    private static final Instant NOON = Instant.parse("2026-06-12T12:00:00Z");

    private Ledgers() {}

    static Ledger empty() {
        return of(new Verification.Intact(0, Optional.empty(), List.of()));
    }

    /** A refusal, then a sending with everything that belongs to it, then a no. */
    static Ledger delivered() {
        var receipts = new Receipt[] {
            receipt(1, Kind.ANSWER, "http://127.0.0.1:4711/batch/", "refused"),
            receipt(2, Kind.APPROVED, "https://us.i.posthog.com/batch/", ""),
            receipt(3, Kind.SENT, "https://us.i.posthog.com/batch/", ""),
            receipt(4, Kind.ANSWER, "https://us.i.posthog.com/batch/", "delivered"),
            receipt(5, Kind.MARKER_WRITTEN, "https://us.i.posthog.com/batch/", ""),
            receipt(6, Kind.DECLINED, "", "")
        };
        return of(new Verification.Intact(6, Optional.of(receipts[5].hash()), List.of()), receipts);
    }

    static Ledger of(Verification verification, Receipt... receipts) {
        return new Ledger(List.of(receipts), new ReceiptProof(verification, true, List.of()), NOON);
    }

    static Receipt receipt(long number, Kind kind, String destination, String outcome) {
        var subject = new Receipt.Subject(
                Digest.of(BODY),
                destination,
                "home/.claude-mem",
                "3f2b1c9e-7a64-4d0b-9b58-0c2f5e8a1d77",
                29,
                LocalDate.parse("2026-05-11"),
                LocalDate.parse("2026-06-09"),
                2,
                "1",
                Digest.of(new byte[] {2}));
        return new Receipt(
                number,
                NOON.plusSeconds(number),
                kind,
                Optional.of(subject).filter(about -> !destination.isEmpty()),
                Optional.of(outcome).filter(word -> !word.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                kind == Kind.ANSWER
                        ? List.of(new Receipt.Part(
                                subject.digest(), 29, BODY.length, Optional.of(200), "{\"status\":\"Ok\"}", 0, 612))
                        : List.of(),
                number == 1 ? Optional.empty() : Optional.of(Digest.of(new byte[] {(byte) (number - 1)})),
                Digest.of(new byte[] {(byte) number}),
                "{\"number\":%d}".formatted(number));
    }
}
