package app.recount.delivery;

import app.recount.payload.Digest;
import app.recount.store.JsonFile;
import app.recount.text.Texts;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Entries as lines. The format and how to check it by hand are told at {@link ReceiptLog}. */
final class ReceiptJson {

    private ReceiptJson() {}

    /**
     * The line of an entry, without its newline.
     *
     * @param texts turn its reason into words, which it keeps
     */
    static String line(ReceiptEntry entry, long number, Instant time, Optional<Digest> previous, Texts texts) {
        var root = JsonFile.object();
        root.put("number", number);
        root.put("time", JsonFile.timestamp(time));
        root.put("kind", entry.kind().text());
        entry.outcome().ifPresent(word -> root.put("outcome", word));
        entry.code().ifPresent(code -> root.put("code", code));
        entry.reason().ifPresent(reason -> root.put("reason", texts.say(reason)));
        entry.subject().ifPresent(subject -> write(root, subject));
        if (!entry.parts().isEmpty()) {
            var parts = root.putArray("parts");
            entry.parts().forEach(part -> write(parts.addObject(), part));
        }
        root.put("previous", previous.map(Digest::toString).orElse(null));
        var unsigned = root.toString();
        return seal(unsigned, Digest.of(unsigned.getBytes(StandardCharsets.UTF_8)));
    }

    private static String seal(String unsigned, Digest hash) {
        return "%s,\"hash\":\"%s\"}".formatted(unsigned.substring(0, unsigned.length() - 1), hash);
    }

    private static void write(ObjectNode root, Receipt.Subject subject) {
        root.put("digest", subject.digest().toString());
        root.put("destination", subject.destination());
        root.put("data_directory", subject.dataDirectory());
        root.put("install_id", subject.installId());
        root.put("events", subject.events());
        root.put("first_day", subject.firstDay().toString());
        root.put("through_day", subject.throughDay().toString());
        root.put("payload_version", subject.payloadVersion());
        root.put("text_version", subject.textVersion());
        root.put("text_hash", subject.textHash().toString());
    }

    private static void write(ObjectNode node, Receipt.Part part) {
        node.put("digest", part.digest().toString());
        node.put("events", part.events());
        node.put("bytes", part.bytes());
        part.status().ifPresent(status -> node.put("status", status));
        node.put("answer", part.answer());
        node.put("retries", part.retries());
        node.put("millis", part.millis());
    }

    /** Reads a line; empty if it is none, or if its hash is not that of its bytes. */
    static Optional<Receipt> read(byte[] line) {
        try {
            return JsonFile.parse(line)
                    .map(root -> receipt(root, new String(line, StandardCharsets.UTF_8)))
                    .filter(receipt -> unsigned(receipt).equals(receipt.hash()));
        } catch (JacksonException | DateTimeException | NoSuchElementException e) {
            return Optional.empty();
        }
    }

    private static Digest unsigned(Receipt receipt) {
        var ending = ",\"hash\":\"%s\"}".formatted(receipt.hash());
        var line = receipt.line();
        var before = line.endsWith(ending) ? line.substring(0, line.length() - ending.length()) + "}" : "";
        return Digest.of(before.getBytes(StandardCharsets.UTF_8));
    }

    private static Receipt receipt(JsonNode root, String line) {
        return new Receipt(
                root.required("number").longValue(),
                Instant.parse(text(root, "time")),
                kind(text(root, "kind")),
                root.optional("digest").map(_ -> subject(root)),
                root.optional("outcome").map(JsonNode::stringValue),
                root.optional("code").map(JsonNode::stringValue),
                root.optional("reason").map(JsonNode::stringValue),
                root.optional("parts")
                        .map(parts -> parts.valueStream().map(ReceiptJson::part).toList())
                        .orElse(List.of()),
                Optional.of(root.required("previous"))
                        .filter(node -> !node.isNull())
                        .map(ReceiptJson::digest),
                digest(root.required("hash")),
                line);
    }

    private static Receipt.Kind kind(String text) {
        return Arrays.stream(Receipt.Kind.values())
                .filter(kind -> kind.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static Receipt.Subject subject(JsonNode root) {
        return new Receipt.Subject(
                digest(root.required("digest")),
                text(root, "destination"),
                text(root, "data_directory"),
                text(root, "install_id"),
                root.required("events").intValue(),
                LocalDate.parse(text(root, "first_day")),
                LocalDate.parse(text(root, "through_day")),
                root.required("payload_version").intValue(),
                text(root, "text_version"),
                digest(root.required("text_hash")));
    }

    private static Receipt.Part part(JsonNode node) {
        return new Receipt.Part(
                digest(node.required("digest")),
                node.required("events").intValue(),
                node.required("bytes").intValue(),
                node.optional("status").map(JsonNode::intValue),
                text(node, "answer"),
                node.required("retries").intValue(),
                node.required("millis").longValue());
    }

    private static String text(JsonNode node, String key) {
        return node.required(key).stringValue();
    }

    private static Digest digest(JsonNode node) {
        return Digest.parse(node.stringValue()).orElseThrow();
    }
}
