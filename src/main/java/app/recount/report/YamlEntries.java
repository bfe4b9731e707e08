package app.recount.report;

import app.recount.report.RawEntry.RawValue;
import app.recount.text.Wording;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Takes the entries below {@code analysis_logs} out of a YAML text, event by event: no object is ever made by the text's own will, an
 * alias is never followed, and nothing is nested deep.
 */
final class YamlEntries implements AutoCloseable {

    private static final String LIST = "analysis_logs";

    /** The list, its entries, the stages, their fields: nothing needs more. */
    private static final int DEEPEST = 12;

    private static final JsonFactory JSON = new JsonFactory();

    private final YAMLParser yaml;
    private final List<RawEntry> entries = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private boolean listed;
    private @Nullable Wording fault;

    YamlEntries(String text) {
        var factory = YAMLFactory.builder()
                .loadSettings(LoadSettings.builder()
                        .setCodePointLimit(Integer.MAX_VALUE) // the caller has bounded the text
                        .setSchema(new CoreSchema()) // “~” and “Null” are nothing, as in YAML 1.1
                        .build())
                .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION) // costs its entry only, see below
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(RunYamlReader.LARGEST)
                        .build())
                .build();
        yaml = (YAMLParser) factory.createParser(ObjectReadContext.empty(), new WholeCharacters(text));
    }

    List<RawEntry> entries() {
        return List.copyOf(entries);
    }

    /** Names beside the list. */
    List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    /**
     * Reads all.
     *
     * @return why it is no list of runs, or null if it is one
     */
    @Nullable
    Wording read() {
        if (yaml.nextToken() != JsonToken.START_OBJECT) {
            return Wording.of("problem.IMPORT_UNREADABLE.beginning", LIST);
        }
        while (yaml.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = yaml.currentName();
            yaml.nextToken();
            if (!name.equals(LIST)) {
                leftOut.add(name);
                yaml.skipChildren();
            } else if (listed) {
                return Wording.of("problem.IMPORT_UNREADABLE.twice", LIST);
            } else {
                listed = true;
                if (!readList()) {
                    return Wording.of("problem.IMPORT_UNREADABLE.noList", LIST);
                }
            }
        }
        if (!listed) {
            return Wording.of("problem.IMPORT_UNREADABLE.without", LIST);
        }
        return yaml.nextToken() == null ? null : Wording.of("problem.IMPORT_UNREADABLE.several");
    }

    private boolean readList() {
        if (yaml.currentToken() == JsonToken.VALUE_NULL) {
            return true;
        }
        if (yaml.currentToken() != JsonToken.START_ARRAY) {
            return false;
        }
        while (yaml.nextToken() != JsonToken.END_ARRAY) {
            entries.add(entry(entries.size() + 1));
        }
        return true;
    }

    private RawEntry entry(int place) {
        var fields = new LinkedHashMap<String, RawValue>();
        fault = null;
        if (yaml.currentToken() != JsonToken.START_OBJECT) {
            yaml.skipChildren();
            return new RawEntry(place, fields, Wording.of("import.entry.noMap"));
        }
        while (yaml.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = yaml.currentName();
            yaml.nextToken();
            if (fields.put(name, value()) != null) {
                fault = Wording.of("import.entry.twice", name);
            }
        }
        return new RawEntry(place, fields, fault);
    }

    private RawValue value() {
        noteAlias();
        return switch (yaml.currentToken()) {
            case VALUE_NULL -> new RawValue.Nothing();
            case START_OBJECT, START_ARRAY -> structure();
            default -> new RawValue.Scalar(yaml.getString());
        };
    }

    /** An alias is a reference to another place; exports have none, and following them is how small files become huge. */
    private void noteAlias() {
        if (yaml.isCurrentAlias()) {
            fault = Wording.of("import.entry.alias", yaml.getString());
        }
    }

    private RawValue structure() {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            int depth = 0;
            do {
                depth += copy(json);
            } while (depth > 0 && yaml.nextToken() != null);
        }
        return new RawValue.Structure(text.toString());
    }

    /** Copies one token; returns by how much it goes deeper. */
    private int copy(JsonGenerator json) {
        noteAlias();
        switch (yaml.currentToken()) {
            case START_OBJECT -> json.writeStartObject();
            case START_ARRAY -> json.writeStartArray();
            case END_OBJECT -> json.writeEndObject();
            case END_ARRAY -> json.writeEndArray();
            case PROPERTY_NAME -> json.writeName(yaml.currentName());
            case VALUE_NULL -> json.writeNull();
            case VALUE_TRUE, VALUE_FALSE -> json.writeBoolean(yaml.currentToken() == JsonToken.VALUE_TRUE);
            case VALUE_NUMBER_INT -> writeNumber(yaml.getString(), json);
            default -> json.writeString(yaml.getString());
        }
        return switch (yaml.currentToken()) {
            case START_OBJECT, START_ARRAY -> 1;
            case END_OBJECT, END_ARRAY -> -1;
            default -> 0;
        };
    }

    /** YAML knows more forms of whole numbers than JSON. */
    private static void writeNumber(String text, JsonGenerator json) {
        if (text.matches("-?(0|[1-9]\\d{0,18})")) {
            json.writeNumber(text);
        } else {
            json.writeString(text);
        }
    }

    @Override
    public void close() {
        yaml.close();
    }
}
