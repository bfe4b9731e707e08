package app.recount.cli;

import app.recount.memory.Explained;
import app.recount.memory.Explanation;
import app.recount.memory.Explanation.Place;
import app.recount.memory.Explanation.TableRows;
import app.recount.memory.RollupMetric;
import app.recount.text.Texts;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** How values came about, for scripts; names and order are a promise. */
final class ExplanationJson {

    private final JsonGenerator json;
    private final Texts texts;

    ExplanationJson(JsonGenerator json, Texts texts) {
        this.json = json;
        this.texts = texts;
    }

    void write(Explained explained) {
        json.writeStartObject();
        json.writeStringProperty("database", explained.activity().database().toString());
        json.writeStringProperty("now", explained.activity().now().toString());
        json.writeArrayPropertyStart("explanations");
        explained.explanations().forEach(this::write);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(Explanation explanation) {
        json.writeStartObject();
        json.writeStringProperty("key", explanation.key());
        json.writeStringProperty("day", explanation.day().toString());
        json.writeName("value");
        explanation.value().ifPresentOrElse(value -> value(explanation, value), json::writeNull);
        explanation.absence().ifPresent(why -> json.writeStringProperty("absence", texts.say(why)));
        json.writeStringProperty("formula", texts.say(explanation.formula()));
        json.writeStringProperty("meaning", texts.say(explanation.meaning()));
        json.writeArrayPropertyStart("sources");
        explanation.sources().forEach(json::writeString);
        json.writeEndArray();
        json.writeArrayPropertyStart("tables");
        explanation.tables().forEach(this::write);
        json.writeEndArray();
        json.writeArrayPropertyStart("queries");
        for (var query : explanation.queries()) {
            json.writeStartObject();
            json.writeStringProperty("database", query.place() == Place.RECOUNT ? "recount" : "memory-database");
            json.writeStringProperty("sql", query.sql());
            json.writeEndObject();
        }
        json.writeEndArray();
        explanation.rule().ifPresent(rule -> json.writeStringProperty("rule", texts.say(rule)));
        explanation.recount().ifPresent(again -> {
            json.writeName("counted_again");
            value(explanation, again.value());
            json.writeBooleanProperty("agrees", again.agrees());
        });
        json.writeEndObject();
    }

    /** Counters are numbers, digit by digit. */
    private void value(Explanation explanation, String value) {
        if (RollupMetric.byKey(explanation.key()).isPresent()) {
            json.writeNumber(value);
        } else {
            json.writeString(value);
        }
    }

    private void write(TableRows rows) {
        json.writeStartObject();
        json.writeStringProperty("table", rows.table().tableName());
        json.writeStringProperty("database", rows.table().isInMemory() ? "memory-database" : "recount");
        json.writeNumberProperty("rows", rows.all());
        json.writeNumberProperty("counted", rows.counted());
        json.writeArrayPropertyStart("left_out");
        for (var part : rows.leftOut()) {
            json.writeStartObject();
            json.writeStringProperty("reason", part.reason().name().toLowerCase(Locale.ROOT));
            json.writeNumberProperty("rows", part.rows());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
