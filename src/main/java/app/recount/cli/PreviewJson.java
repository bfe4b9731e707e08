package app.recount.cli;

import app.recount.consent.ConsentDecision;
import app.recount.delivery.BackfillPreview;
import app.recount.delivery.MarkerState;
import app.recount.memory.Finding;
import app.recount.memory.TurnGroup;
import app.recount.payload.BackfillEvent;
import app.recount.problem.Problem;
import app.recount.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** A preview for scripts; names and order are a promise. */
final class PreviewJson {

    private final JsonGenerator json;
    private final Texts texts;

    PreviewJson(JsonGenerator json, Texts texts) {
        this.json = json;
        this.texts = texts;
    }

    /** @param obstacle what stands in the way of sending although no gate is closed */
    void write(BackfillPreview preview, Optional<Problem> obstacle) {
        json.writeStartObject();
        writeSource(preview);
        writePayload(preview);
        write(preview.consent());
        write(preview.marker());
        json.writeBooleanProperty("dry_run", preview.dryRun());
        json.writeBooleanProperty("sendable", preview.sendable() && obstacle.isEmpty());
        json.writeArrayPropertyStart("blocked_by");
        preview.blockedBy().forEach(blocker -> json.writeString(blocker.name()));
        obstacle.map(Problem::code).ifPresent(json::writeString);
        json.writeEndArray();
        json.writeArrayPropertyStart("findings");
        preview.activity().findings().forEach(this::write);
        json.writeEndArray();
        writeGeneration(preview.activity().turnsInWindow());
        new PrivacyJson(json, texts).write(preview);
        json.writeArrayPropertyStart("events");
        for (int i = 0; i < preview.payload().events().size(); i++) {
            write(preview.payload().events().get(i), preview.sealed().event(i));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Which store each figure of generation comes from; left out where there is none, as in an ordinary history. */
    private void writeGeneration(List<TurnGroup> turns) {
        if (turns.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("generation");
        for (var group : turns) {
            json.writeStartObject();
            json.writeStringProperty("day", group.day().toString());
            json.writeStringProperty("from", group.store().isInMemory() ? "memory-database" : "recount");
            json.writeStringProperty("provider", group.provider());
            json.writeStringProperty("model", group.model());
            json.writeNumberProperty("turns", group.turns());
            group.sums().forEach((metric, sum) -> {
                json.writeName(metric.key());
                json.writeNumber(sum.toPlainString());
            });
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeSource(BackfillPreview preview) {
        var activity = preview.activity();
        var installId = preview.payload().installId();
        json.writeStringProperty("database", activity.database().toString());
        json.writeStringProperty("read_mode", activity.readMode().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("install_id", installId.value());
        json.writeStringProperty("install_id_source", installId.origin().text());
        json.writeStringProperty("now", activity.now().toString());
        json.writeName("install_day");
        activity.installDay().ifPresentOrElse(day -> json.writeString(day.toString()), json::writeNull);
        json.writeStringProperty("through_day", activity.lastFullDay().toString());
    }

    private void writePayload(BackfillPreview preview) {
        var sealedPayload = preview.sealed();
        json.writeNumberProperty("payload_version", preview.payload().version());
        json.writeNumberProperty("event_count", sealedPayload.eventCount());
        json.writeStringProperty("destination", preview.request().destination().address());
        json.writeNumberProperty("bytes", sealedPayload.size());
        json.writeStringProperty("digest", sealedPayload.digest().toString());
    }

    void write(ConsentDecision consent) {
        json.writeObjectPropertyStart("consent");
        json.writeBooleanProperty("allowed", consent.allowed());
        json.writeStringProperty("decided_by", consent.decidedBy().text());
        json.writeStringProperty("detail", texts.say(consent.detail()));
        json.writeEndObject();
    }

    void write(MarkerState marker) {
        json.writeObjectPropertyStart("marker");
        json.writeStringProperty("state", marker.kind().text());
        marker.version().ifPresent(version -> {
            json.writeName("version");
            json.writeNumber(version);
        });
        marker.content().ifPresent(content -> json.writeStringProperty("content", content));
        json.writeEndObject();
    }

    private void write(Finding finding) {
        json.writeStartObject();
        json.writeStringProperty("code", finding.code().name());
        json.writeStringProperty("severity", finding.code().severity().name().toLowerCase(Locale.ROOT));
        json.writeNumberProperty("count", finding.count());
        json.writeStringProperty("message", FindingText.of(finding, texts));
        json.writeEndObject();
    }

    /** The properties are copied from the sealed bytes, so that they are what leaves and not what was meant to. */
    private void write(BackfillEvent event, byte[] sealedBytes) {
        json.writeStartObject();
        json.writeStringProperty("event", event.name().text());
        json.writeStringProperty("timestamp", event.timestamp());
        json.writeStringProperty("uuid", event.uuid().toString());
        json.writeStringProperty("distinct_id", event.distinctId());
        JsonOutput.copyProperty(sealedBytes, "properties", json);
        json.writeEndObject();
    }
}
