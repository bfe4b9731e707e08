package app.recount.report;

import app.recount.delivery.DeliveryTrail;
import app.recount.delivery.Receipt;
import app.recount.payload.Digest;
import app.recount.text.Texts;
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

    /** Every text of the document has a key below this. */
    private static final String KEY = "receipts.document.";

    private static final int LABEL = 14;

    private final Texts texts;
    private final Receipt receipt;
    private final List<Receipt> delivery;
    private final List<String> lines = new ArrayList<>();

    private ReceiptDocument(Texts texts, Receipt receipt, List<Receipt> delivery) {
        this.texts = texts;
        this.receipt = receipt;
        this.delivery = delivery;
    }

    /**
     * Writes the document.
     *
     * @param log all entries, so that those that belong to this one can stand beside it
     * @param body the stored bytes that the receipt is about, if they are there and hash to its digest
     */
    public static byte[] write(
            Receipt receipt, List<Receipt> log, Optional<byte[]> body, Instant exportedAt, Texts texts) {
        return new ReceiptDocument(texts, receipt, DeliveryTrail.of(receipt, log))
                .document(body, exportedAt)
                .getBytes(StandardCharsets.UTF_8);
    }

    private String document(Optional<byte[]> body, Instant exportedAt) {
        heading("#", "title", receipt.number());
        prose("intro", exportedAt.truncatedTo(ChronoUnit.SECONDS).toString(), receipt.number());
        receipt.subject().ifPresent(subject -> describe(subject, body));
        for (var entry : delivery) {
            describe(entry);
        }
        heading("##", "entries");
        delivery.forEach(this::quote);
        explainChecks(body.isPresent());
        return String.join("\n", lines).stripTrailing() + "\n";
    }

    private void describe(Receipt.Subject subject, Optional<byte[]> body) {
        heading("##", "subject");
        open("text");
        fact("payload", said("payload.value", subject.events(), subject.payloadVersion()));
        fact(
                "days",
                said(
                        "days.value",
                        subject.firstDay().toString(),
                        subject.throughDay().toString()));
        fact("destination", subject.destination());
        fact("installId", subject.installId());
        fact("dataDirectory", subject.dataDirectory());
        fact("digest", subject.digest().toString());
        fact("body", body.map(bytes -> said("body.kept", bytes.length)).orElseGet(() -> said("body.gone")));
        fact("statements", said("statements.value", subject.textVersion(), subject.textHash()));
        close();
    }

    private void describe(Receipt entry) {
        heading("##", "entry", entry.number(), entry.kind().text());
        open("text");
        fact("time", entry.time().toString());
        entry.outcome().ifPresent(outcome -> fact("outcome", outcome));
        entry.code().ifPresent(code -> fact("code", code));
        entry.reason().ifPresent(reason -> fact("reason", reason));
        for (var part : entry.parts()) {
            fact(
                    "request",
                    said(
                            "request.value",
                            part.events(),
                            part.bytes(),
                            part.digest().toString()));
            var status =
                    part.status().map(number -> said("status.http", number)).orElseGet(() -> said("status.none"));
            fact("status", said("status.value", status, part.retries() + 1, part.millis()));
            fact("answer", part.answer());
        }
        fact("previous", entry.previous().map(Digest::toString).orElseGet(() -> said("previous.none")));
        fact("hash", entry.hash().toString());
        close();
    }

    /** Byte for byte, so that it can be hashed; as Base64 where characters would be obeyed or hidden instead of shown. */
    private void quote(Receipt entry) {
        boolean shown = entry.line().codePoints().allMatch(Characters::isVisible);
        prose(shown ? "line" : "line.base64", entry.number());
        open(shown ? "json" : "base64");
        lines.add(
                shown
                        ? entry.line()
                        : Base64.getEncoder().encodeToString(entry.line().getBytes(StandardCharsets.UTF_8)));
        close();
    }

    private void explainChecks(boolean bytesAreKept) {
        heading("##", "check");
        prose("check.entry");
        open("sh");
        lines.add("sed 's/,\"hash\":\"sha256:[0-9a-f]*\"}$/}/' entry.json | tr -d '\\n' | sha256sum");
        close();
        prose("check.chain");
        if (bytesAreKept) {
            prose("check.body");
            open("sh");
            lines.add("recount receipts show %d --format body > payload.json".formatted(receipt.number()));
            lines.add("sha256sum payload.json");
            close();
        }
        prose("check.limits");
    }

    private String said(String key, Object... arguments) {
        return texts.get(KEY + key, arguments);
    }

    private void heading(String level, String key, Object... arguments) {
        paragraph(level + " " + said(key, arguments));
    }

    private void prose(String key, Object... arguments) {
        paragraph(said(key, arguments));
    }

    private void paragraph(String text) {
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

    private void fact(String key, String text) {
        var label = said(key);
        lines.add(label + " ".repeat(Math.max(1, LABEL - label.length())) + visible(text));
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
