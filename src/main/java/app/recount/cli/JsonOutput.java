package app.recount.cli;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Writes JSON in the order it is told, indented by two spaces; streaming only, because binding costs start-up time. */
final class JsonOutput {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonOutput() {}

    /** The value that {@code writing} writes, in UTF-8, with a final newline. */
    static byte[] bytes(Consumer<JsonGenerator> writing) {
        return bytes(new Indented(), writing);
    }

    /** The same on a line of its own. */
    static byte[] line(Consumer<JsonGenerator> writing) {
        return bytes(ObjectWriteContext.empty(), writing);
    }

    private static byte[] bytes(ObjectWriteContext layout, Consumer<JsonGenerator> writing) {
        var out = new ByteArrayOutputStream();
        try (var generator = JSON.createGenerator(layout, out)) {
            writing.accept(generator);
        }
        out.write('\n');
        return out.toByteArray();
    }

    /** Copies the value of {@code key} of a JSON object: the same tokens, numbers digit by digit. */
    static void copyProperty(byte[] object, String key, JsonGenerator generator) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), object)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean found = parser.currentName().equals(key);
                parser.nextToken();
                if (found) {
                    generator.writeName(key);
                    copyValue(parser, generator);
                    return;
                }
                parser.skipChildren();
            }
        }
    }

    /** Copies a JSON value: the same tokens, numbers digit by digit. */
    static void copy(String value, JsonGenerator generator) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), value)) {
            parser.nextToken();
            copyValue(parser, generator);
        }
    }

    private static void copyValue(JsonParser parser, JsonGenerator generator) {
        int depth = 0;
        do {
            switch (parser.currentToken()) {
                case START_OBJECT, START_ARRAY -> depth++;
                case END_OBJECT, END_ARRAY -> depth--;
                default -> {}
            }
            copyToken(parser, generator);
        } while (depth > 0 && parser.nextToken() != null);
    }

    private static void copyToken(JsonParser parser, JsonGenerator generator) {
        switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> generator.writeNumber(parser.getString());
            default -> generator.copyCurrentEvent(parser);
        }
    }

    /** Two-space indent for objects and arrays, {@code "key": value}. */
    private static final class Indented extends ObjectWriteContext.Base {

        private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

        private static final Separators SEPARATORS = Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter(SEPARATORS)
                    .withObjectIndenter(INDENTER)
                    .withArrayIndenter(INDENTER);
        }
    }
}
