package app.recount.cli;

import app.recount.analysis.AnalysisRun;
import app.recount.delivery.Receipt;
import app.recount.delivery.WaitingDelivery;
import app.recount.problem.Problem;
import app.recount.text.Texts;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** The status for scripts. */
final class StatusJson {

    private final JsonGenerator json;
    private final Texts texts;

    StatusJson(JsonGenerator json, Texts texts) {
        this.json = json;
        this.texts = texts;
    }

    void write(Status status) {
        var request = status.request();
        json.writeStartObject();
        json.writeStringProperty("standing", status.standing().word());
        json.writeStringProperty("recount_home", status.home().toString());
        status.directory().write(json);
        json.writeStringProperty("database", request.databaseFile().toString());
        json.writeBooleanProperty("database_exists", status.databaseExists());
        var preview = new PreviewJson(json, texts);
        preview.write(status.consent());
        preview.write(status.marker());
        status.marking()
                .unread()
                .ifPresent(problem -> json.writeStringProperty("marker_problem", texts.say(problem.sentences())));
        json.writeObjectPropertyStart("api_key");
        json.writeBooleanProperty("present", request.key().value().isPresent());
        json.writeStringProperty("source", word(request.key().origin()));
        write(request.key().problem());
        json.writeEndObject();
        json.writeObjectPropertyStart("destination");
        json.writeStringProperty("address", request.destination().address());
        json.writeStringProperty("source", word(request.destination().origin()));
        write(request.destination().problem());
        json.writeEndObject();
        json.writeArrayPropertyStart("waiting");
        status.waiting().forEach(this::write);
        json.writeEndArray();
        json.writeName("last_receipt");
        status.lastReceipt().ifPresentOrElse(this::write, json::writeNull);
        json.writeArrayPropertyStart("open_runs");
        status.openRuns().forEach(this::write);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(AnalysisRun run) {
        json.writeStartObject();
        json.writeStringProperty("id", run.id());
        json.writeStringProperty("source_id", run.sourceId());
        json.writeStringProperty("tool", run.tool());
        var started = run.times().startedAt();
        json.writeStringProperty("started_at", started == null ? null : started.toString());
        json.writeEndObject();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private void write(Optional<Problem> problem) {
        problem.ifPresent(each -> json.writeStringProperty("problem", texts.say(each.sentences())));
    }

    private void write(WaitingDelivery waiting) {
        json.writeStartObject();
        json.writeStringProperty("digest", waiting.approval().digest().toString());
        json.writeStringProperty("destination", waiting.approval().destination());
        json.writeStringProperty("state", word(waiting.state()));
        json.writeNumberProperty("events", waiting.approval().eventCount());
        json.writeNumberProperty("acknowledged_events", waiting.acknowledgedEvents());
        json.writeStringProperty("since", waiting.since().toString());
        json.writeEndObject();
    }

    private void write(Receipt receipt) {
        json.writeStartObject();
        json.writeNumberProperty("number", receipt.number());
        json.writeStringProperty("time", receipt.time().toString());
        json.writeStringProperty("kind", receipt.kind().text());
        json.writeName("digest");
        receipt.subject()
                .ifPresentOrElse(subject -> json.writeString(subject.digest().toString()), json::writeNull);
        json.writeName("outcome");
        receipt.outcome().ifPresentOrElse(json::writeString, json::writeNull);
        json.writeEndObject();
    }
}
