package app.recount.payload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Finds the events inside a sealed body by their byte offsets, so that stored bytes can be sliced without being rewritten. */
final class SealedBodyReader {

    private final JsonFactory json = new JsonFactory();

    /** Empty unless the parts that were found, joined again, are exactly these bytes. */
    Optional<SealedPayload> read(byte[] body) {
        try (var parser = json.createParser(ObjectReadContext.empty(), body)) {
            return batch(parser).flatMap(start -> split(parser, body, start));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Moves behind the {@code [} of the batch and tells its offset. */
    private static Optional<Integer> batch(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean found = parser.currentName().equals("batch");
            if (parser.nextToken() == JsonToken.START_ARRAY && found) {
                return Optional.of((int) parser.currentLocation().getByteOffset());
            }
            parser.skipChildren();
        }
        return Optional.empty();
    }

    private static Optional<SealedPayload> split(JsonParser parser, byte[] body, int start) {
        List<byte[]> events = new ArrayList<>();
        int end = start;
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            int from = (int) parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            end = (int) parser.currentLocation().getByteOffset();
            events.add(Arrays.copyOfRange(body, from, end));
        }
        var head = Arrays.copyOfRange(body, 0, start);
        var tail = Arrays.copyOfRange(body, end, body.length);
        return Optional.of(new SealedPayload(head, events, tail)).filter(joined -> Arrays.equals(joined.body(), body));
    }
}
