package app.recount.delivery;

import app.recount.consent.Approval;
import app.recount.delivery.Outcome.Acknowledgement;
import app.recount.payload.Digest;
import app.recount.store.JsonFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A kept delivery as a file. */
final class KeptDeliveryJson {

    private static final int FORMAT = 1;

    private KeptDeliveryJson() {}

    static byte[] write(KeptDelivery kept) {
        var root = JsonFile.object();
        root.put("format", FORMAT);
        root.put("phase", kept.phase().text());
        root.put("since", kept.since().toString());
        root.put("may_have_arrived", kept.mayHaveArrived());
        root.put("data_directory", kept.dataDirectory().toString());
        write(root.putObject("approval"), kept.approval());
        var parts = root.putArray("taken");
        kept.taken().forEach(part -> write(parts.addObject(), part));
        kept.problem().ifPresent(problem -> write(root.putObject("problem"), problem));
        return (JsonFile.pretty(root) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void write(ObjectNode node, Approval approval) {
        node.put("digest", approval.digest().toString());
        node.put("destination", approval.destination());
        node.put("first_day", approval.firstDay().toString());
        node.put("through_day", approval.throughDay().toString());
        node.put("events", approval.eventCount());
        node.put("payload_version", approval.payloadVersion());
        node.put("install_id", approval.installId());
        node.put("text_version", approval.textVersion());
        node.put("text_hash", approval.textHash().toString());
        node.put("approved_at", approval.approvedAt().toString());
    }

    private static void write(ObjectNode node, TakenPart part) {
        var acknowledgement = part.acknowledgement();
        node.put("from", part.range().from());
        node.put("to", part.range().to());
        node.put("digest", acknowledgement.part().toString());
        node.put("events", acknowledgement.events());
        node.put("bytes", acknowledgement.bytes());
        node.put("retries", acknowledgement.retries());
        node.put("status", acknowledgement.status());
        node.put("answer", acknowledgement.answer());
        node.put("millis", acknowledgement.millis());
    }

    private static void write(ObjectNode node, KeptProblem problem) {
        node.put("code", problem.code());
        node.put("message", problem.message());
        if (problem.cause() != null) {
            node.put("cause", problem.cause());
        }
    }

    /** Empty if the bytes are not of this format. */
    static Optional<KeptDelivery> read(byte[] bytes) {
        try {
            return JsonFile.parse(bytes)
                    .filter(root -> root.path("format").asInt(0) == FORMAT)
                    .map(KeptDeliveryJson::kept);
        } catch (JacksonException | DateTimeException | NoSuchElementException e) {
            return Optional.empty();
        }
    }

    private static KeptDelivery kept(JsonNode root) {
        return new KeptDelivery(
                approval(root.required("approval")),
                Path.of(root.required("data_directory").stringValue()),
                phase(root.required("phase").stringValue()),
                Optional.of(root.required("taken"))
                        .filter(JsonNode::isArray)
                        .orElseThrow()
                        .valueStream()
                        .map(KeptDeliveryJson::part)
                        .toList(),
                root.required("may_have_arrived").booleanValue(),
                root.optional("problem").map(KeptDeliveryJson::problem),
                Instant.parse(root.required("since").stringValue()));
    }

    private static KeptDelivery.Phase phase(String text) {
        return Arrays.stream(KeptDelivery.Phase.values())
                .filter(phase -> phase.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static Approval approval(JsonNode node) {
        return new Approval(
                digest(node.required("digest")),
                node.required("destination").stringValue(),
                LocalDate.parse(node.required("first_day").stringValue()),
                LocalDate.parse(node.required("through_day").stringValue()),
                node.required("events").intValue(),
                node.required("payload_version").intValue(),
                node.required("install_id").stringValue(),
                node.required("text_version").stringValue(),
                digest(node.required("text_hash")),
                Instant.parse(node.required("approved_at").stringValue()));
    }

    private static TakenPart part(JsonNode node) {
        var range = new TakenPart.Range(
                node.required("from").intValue(), node.required("to").intValue());
        return new TakenPart(
                range,
                new Acknowledgement(
                        digest(node.required("digest")),
                        node.required("events").intValue(),
                        node.required("bytes").intValue(),
                        node.required("retries").intValue(),
                        node.required("status").intValue(),
                        node.required("answer").stringValue(),
                        node.required("millis").longValue()));
    }

    private static KeptProblem problem(JsonNode node) {
        @Nullable String cause = node.path("cause").asString(null);
        return new KeptProblem(
                node.required("code").stringValue(), node.required("message").stringValue(), cause);
    }

    private static Digest digest(JsonNode node) {
        return Digest.parse(node.stringValue()).orElseThrow();
    }
}
