package app.recount.payload;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One event read back from its sealed bytes: what leaves, and not what was meant to.
 *
 * @param day the one of its timestamp
 * @param properties in the order of the wire; values are {@link BigDecimal}, {@link Boolean}, {@link String}, and maps of the same
 */
public record SealedEvent(String name, String distinctId, LocalDate day, SequencedMap<String, Object> properties) {

    private static final JsonFactory JSON = new JsonFactory();

    public SealedEvent {
        properties = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(properties));
    }

    /** Every event of a payload, in the order of the wire. */
    public static List<SealedEvent> allOf(SealedPayload payload) {
        return IntStream.range(0, payload.eventCount())
                .mapToObj(payload::event)
                .map(SealedEvent::read)
                .toList();
    }

    /** Whether it speaks of this kind. */
    public boolean is(BackfillEvent.Name kind) {
        return name.equals(kind.text());
    }

    private static SealedEvent read(byte[] bytes) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            parser.nextToken();
            var event = object(parser);
            return new SealedEvent(
                    text(event, "event"),
                    text(event, "distinct_id"),
                    LocalDate.parse(text(event, "timestamp").substring(0, "2026-01-01".length())),
                    properties(event));
        }
    }

    private static SequencedMap<String, Object> object(JsonParser parser) {
        var object = new LinkedHashMap<String, Object>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var key = parser.currentName();
            parser.nextToken();
            object.put(key, value(parser));
        }
        return object;
    }

    private static Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw new IllegalArgumentException("no value of a sealed event: " + parser.currentToken());
        };
    }

    private static String text(Map<String, Object> event, String key) {
        if (event.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("a sealed event without its " + key);
    }

    private static SequencedMap<String, Object> properties(Map<String, Object> event) {
        var properties = new LinkedHashMap<String, Object>();
        if (event.get("properties") instanceof Map<?, ?> map) {
            map.forEach((key, value) -> properties.put((String) key, value));
        }
        return properties;
    }
}
