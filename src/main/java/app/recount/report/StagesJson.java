package app.recount.report;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.Stage;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The stages of a run as a JSON array, and as the text of one in {@code stages_json}. */
final class StagesJson {

    private static final JsonFactory JSON = new JsonFactory();

    private static final List<String> COUNTS = List.of("tokens_cumulative", "tokens_delta", "tokens_in", "tokens_out");

    private static final int LONGEST_NUMBER = 40;

    private StagesJson() {}

    /**
     * What a text says.
     *
     * @param leftOut names of fields that stages do not have here
     */
    record Read(List<Stage> stages, List<String> leftOut) {}

    /** What stands in {@code stages_json}: null without stages, and what was imported if that is no list of stages. */
    static @Nullable String text(AnalysisRun run) {
        if (run.stagesFault() != null) {
            return run.stagesFault();
        }
        if (run.stages().isEmpty()) {
            return null;
        }
        var text = new StringWriter();
        try (var generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            write(run.stages(), generator);
        }
        return text.toString();
    }

    static void write(List<Stage> stages, JsonGenerator json) {
        json.writeStartArray();
        for (var stage : stages) {
            json.writeStartObject();
            json.writeStringProperty("stage", stage.name());
            json.writeStringProperty("timestamp", stage.at().toString());
            count(COUNTS.get(0), stage.cumulative(), json);
            count(COUNTS.get(1), stage.delta(), json);
            count(COUNTS.get(2), stage.tokensIn(), json);
            count(COUNTS.get(3), stage.tokensOut(), json);
            if (stage.notes() != null) {
                json.writeStringProperty("notes", stage.notes());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void count(String key, @Nullable Long count, JsonGenerator json) {
        if (count == null) {
            json.writeNullProperty(key);
        } else {
            json.writeNumberProperty(key, count);
        }
    }

    /** Empty if the text is no list of stages. */
    static Optional<Read> read(String text) {
        if (text.isBlank()) {
            return Optional.of(new Read(List.of(), List.of()));
        }
        try (var parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            var read = list(parser);
            return parser.nextToken() == null ? read : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty(); // the caller keeps the text, and validation reports it
        }
    }

    private static Optional<Read> list(JsonParser parser) {
        var first = parser.nextToken();
        if (first == JsonToken.VALUE_NULL) {
            return Optional.of(new Read(List.of(), List.of()));
        }
        if (first != JsonToken.START_ARRAY) {
            return Optional.empty();
        }
        var stages = new ArrayList<Stage>();
        var leftOut = new TreeSet<String>();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            var stage = stage(scalars(parser, leftOut));
            if (stage.isEmpty()) {
                return Optional.empty();
            }
            stages.add(stage.get());
        }
        return parser.currentToken() == JsonToken.END_ARRAY
                ? Optional.of(new Read(List.copyOf(stages), List.copyOf(leftOut)))
                : Optional.empty();
    }

    /** The fields of one object; a field that is said twice, or holds more than a scalar, makes it no stage. */
    private static Map<String, Optional<String>> scalars(JsonParser parser, Set<String> leftOut) {
        var fields = new HashMap<String, Optional<String>>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var token = parser.nextToken();
            boolean known = COUNTS.contains(name)
                    || List.of("stage", "timestamp", "notes").contains(name);
            if (!known) {
                leftOut.add(name);
                parser.skipChildren();
            } else if (!token.isScalarValue() || fields.containsKey(name)) {
                parser.skipChildren();
                fields.put("", Optional.empty());
            } else {
                fields.put(name, token == JsonToken.VALUE_NULL ? Optional.empty() : Optional.of(parser.getString()));
            }
        }
        return fields;
    }

    private static Optional<Stage> stage(Map<String, Optional<String>> fields) {
        var name = fields.getOrDefault("stage", Optional.empty());
        var at = fields.getOrDefault("timestamp", Optional.empty()).flatMap(Timestamps::read);
        if (name.isEmpty() || at.isEmpty() || fields.containsKey("")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Stage(
                    name.get(),
                    at.get(),
                    count(fields, COUNTS.get(0)),
                    count(fields, COUNTS.get(1)),
                    count(fields, COUNTS.get(2)),
                    count(fields, COUNTS.get(3)),
                    fields.getOrDefault("notes", Optional.empty()).orElse(null),
                    null));
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Long count(Map<String, Optional<String>> fields, String key) {
        return fields.getOrDefault(key, Optional.empty()).map(StagesJson::whole).orElse(null);
    }

    private static long whole(String written) {
        if (written.length() > LONGEST_NUMBER) {
            throw new NumberFormatException(); // not worth the time that it takes to read it
        }
        return new BigDecimal(written).longValueExact();
    }
}
