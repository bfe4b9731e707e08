package app.recount.session;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** Texts as one JSON array, which SQL can take apart ({@code json_each}). */
final class TextArray {

    private static final JsonFactory FACTORY = new JsonFactory();

    private TextArray() {}

    static String write(Iterable<String> texts) {
        var written = new StringWriter();
        try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), written)) {
            json.writeStartArray();
            texts.forEach(json::writeString);
            json.writeEndArray();
        }
        return written.toString();
    }

    static List<String> read(String array) {
        try (var json = FACTORY.createParser(ObjectReadContext.empty(), array)) {
            var texts = new ArrayList<String>();
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw new StreamReadException(json, "no array");
            }
            for (var next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
                if (next != JsonToken.VALUE_STRING) {
                    throw new StreamReadException(json, "no text");
                }
                texts.add(json.getString());
            }
            return texts;
        }
    }
}
