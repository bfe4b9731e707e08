package app.recount.report;

import app.recount.delivery.DeliveryTrail;
import app.recount.delivery.Receipt;
import app.recount.payload.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * One receipt as a Markdown document that somebody else can read and check. Markdown, because it is plain text that shows what it
 * says in any viewer and runs nothing, and because the very lines of the log can stand in it, to be copied out and hashed.
 *
 * <p>Whatever came from elsewhere (answers, paths, addresses) stands in fenced blocks only, where neither Markdown nor HTML means
 * anything. No line of a block can end it: each begins with a word of ours or with the brace of a JSON object.
 */
public final class ReceiptDocument {

    private static final int LABEL = 14;

    private final Receipt receipt;
    private final List<Receipt> delivery;
    private final List<String> lines = new ArrayList<>();

    private ReceiptDocument(Receipt receipt, List<Receipt> delivery) {
        this.receipt = receipt;
        this.delivery = delivery;
    }

    /**
     * Writes the document.
     *
     * @param log all entries, so that those of the same delivery can stand beside this one
     * @param body the stored bytes that the receipt is about, if they are there and hash to its digest
     */
    public static byte[] write(Receipt receipt, List<Receipt> log, Optional<byte[]> body, Instant exportedAt) {
        return new ReceiptDocument(receipt, DeliveryTrail.of(receipt, log))
                .document(body, exportedAt)
                .getBytes(StandardCharsets.UTF_8);
    }

    private String document(Optional<byte[]> body, Instant exportedAt) {
        prose("# Receipt %d of Recount".formatted(receipt.number()));
        prose(
                "Exported at %s. This is entry %d of the log that Recount keeps of what was approved, sent and answered on one machine, with the entries of the same delivery. Each entry carries the hash of the one before it."
                        .formatted(exportedAt.truncatedTo(ChronoUnit.SECONDS), receipt.number()));
        receipt.subject().ifPresent(subject -> describe(subject, body));
        for (var entry : delivery) {
            describe(entry);
        }
        prose("## The entries as they stand in the log");
        delivery.forEach(this::quote);
        explainChecks(body.isPresent());
        return String.join("\n", lines).stripTrailing() + "\n";
    }

    private void describe(Receipt.Subject subject, Optional<byte[]> body) {
        prose("## What it is about");
        open("text");
        fact("Payload", "%d events, version %d".formatted(subject.events(), subject.payloadVersion()));
        fact("Days", "%s to %s".formatted(subject.firstDay(), subject.throughDay()));
        fact("Destination", subject.destination());
        fact("Install id", subject.installId());
        fact("Data folder", subject.dataDirectory());
        fact("Digest", subject.digest().toString());
        fact(
                "Stored bytes",
                body.map(bytes -> bytes.length + ", they hash to this digest").orElse("not on this machine"));
        fact("Statements", "version %s, %s".formatted(subject.textVersion(), subject.textHash()));
        close();
    }

    private void describe(Receipt entry) {
        prose("## Entry %d: %s".formatted(entry.number(), entry.kind().text()));
        open("text");
        fact("Time", entry.time().toString());
        entry.outcome().ifPresent(outcome -> fact("Outcome", outcome));
        entry.code().ifPresent(code -> fact("Code", code));
        entry.reason().ifPresent(reason -> fact("Reason", reason));
        for (var part : entry.parts()) {
            fact("Request", "%d events, %d bytes, %s".formatted(part.events(), part.bytes(), part.digest()));
            fact(
                    "Status",
                    "%s at attempt %d, %d ms"
                            .formatted(
                                    part.status()
                                            .map(status -> "HTTP " + status)
                                            .orElse("no answer"),
                                    part.retries() + 1,
                                    part.millis()));
            fact("Answer", part.answer());
        }
        fact("Hash before", entry.previous().map(Digest::toString).orElse("none, it is the first entry"));
        fact("Hash", entry.hash().toString());
        close();
    }

    /** Byte for byte, so that it can be hashed; as Base64 where characters would be obeyed or hidden instead of shown. */
    private void quote(Receipt entry) {
        boolean shown = entry.line().codePoints().allMatch(Characters::isVisible);
        prose(
                shown
                        ? "Entry %d:".formatted(entry.number())
                        : "Entry %d, in Base64 because it has characters that are not shown; `base64 -d` gives its line:"
                                .formatted(entry.number()));
        open(shown ? "json" : "base64");
        lines.add(
                shown
                        ? entry.line()
                        : Base64.getEncoder().encodeToString(entry.line().getBytes(StandardCharsets.UTF_8)));
        close();
    }

    private void explainChecks(boolean bytesAreKept) {
        prose("## Checking it by hand");
        prose("Save the line of an entry as `entry.json`. This prints the hex digits of its hash:");
        open("sh");
        lines.add("sed 's/,\"hash\":\"sha256:[0-9a-f]*\"}$/}/' entry.json | tr -d '\\n' | sha256sum");
        close();
        prose(
                "The `previous` of an entry is the hash of the one before it in the log, `null` in the first. That the whole log holds from its first entry on, `recount receipts verify receipts.jsonl` says on any machine; Recount's documentation has the rule and a script of a dozen lines that does the same (docs/receipts.md).");
        if (bytesAreKept) {
            prose(
                    "The bytes that were approved are kept on the machine that wrote the log. Saved as a file, their hash is the digest:");
            open("sh");
            lines.add("recount receipts show %d --format body > payload.json".formatted(receipt.number()));
            lines.add("sha256sum payload.json");
            close();
        }
        prose(
                "A chain of hashes shows changes to whoever knows one of its later hashes. Who holds the only copy could write another chain; and an answer stands here as this machine received it, signed by nobody.");
    }

    private void prose(String text) {
        lines.add(text);
        lines.add("");
    }

    private void open(String language) {
        lines.add("```" + language);
    }

    private void close() {
        lines.add("```");
        lines.add("");
    }

    private void fact(String label, String text) {
        lines.add(label + " ".repeat(LABEL - label.length()) + visible(text));
    }

    private static String visible(String text) {
        var visible = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (Characters.isVisible(point)) {
                visible.appendCodePoint(point);
            } else {
                visible.append("\\u{%X}".formatted(point));
            }
        });
        return visible.toString();
    }
}
