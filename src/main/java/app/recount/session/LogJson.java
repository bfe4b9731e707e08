package app.recount.session;

import java.io.ByteArrayInputStream;
import java.io.Reader;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/** Reads the few fields that matter out of JSON that may be anything, as it streams by. */
final class LogJson {

    /** More tokens than anybody can use: a field that says so is broken, and sums of such numbers never overflow. */
    private static final long MOST_TOKENS = 1_000_000_000_000_000L;

    /** Names and ids are short; what is longer is no name, and not kept. */
    static final int LONGEST_NAME = 200;

    static final int LONGEST_PATH = 4096;

    /** Of a field that is looked into; what is stepped over may be longer. */
    private static final int LONGEST_TEXT = 1 << 20;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            // what lies deep inside a tool's input is stepped over and costs nothing
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(10_000)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private LogJson() {}

    /** Reads one field; the parser stands on its value, and stands on the value's end when this returns. */
    @FunctionalInterface
    interface Field {
        void read(String name, JsonParser json);
    }

    /**
     * Reads bytes that should hold one JSON object and nothing else. Bytes that are no UTF-8 are replaced, since they stand in
     * texts that are stepped over; the numbers beside them count.
     *
     * @return empty if they hold anything else
     */
    static <T> Optional<T> object(byte[] bytes, int from, int to, Function<JsonParser, T> reader) {
        try (var json = FACTORY.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
            return Optional.of(whole(json, reader));
        } catch (JacksonException e) {
            return isAscii(bytes, from, to) ? Optional.empty() : mended(bytes, from, to, reader);
        }
    }

    private static <T> Optional<T> mended(byte[] bytes, int from, int to, Function<JsonParser, T> reader) {
        var in = new ByteArrayInputStream(bytes, from, to - from);
        try {
            return Optional.of(object(new LogText(in), reader));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Reads a stream that holds one object and nothing else. */
    static <T> T object(Reader in, Function<JsonParser, T> reader) {
        try (var json = FACTORY.createParser(ObjectReadContext.empty(), in)) {
            return whole(json, reader);
        }
    }

    private static <T> T whole(JsonParser json, Function<JsonParser, T> reader) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new StreamReadException(json, "no object");
        }
        var read = reader.apply(json);
        if (json.nextToken() != null) {
            throw new StreamReadException(json, "more than one value");
        }
        return read;
    }

    private static boolean isAscii(byte[] bytes, int from, int to) {
        for (var i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Reads the fields of the object on which the parser stands; whatever else it stands on is stepped over. */
    static void fields(JsonParser json, Field field) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            json.nextToken();
            field.read(name, json);
        }
    }

    /** Runs once for each element of the array on which the parser stands. */
    static void elements(JsonParser json, Runnable element) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            element.run();
        }
    }

    static @Nullable String name(JsonParser json) {
        return text(json, LONGEST_NAME);
    }

    static @Nullable String path(JsonParser json) {
        return text(json, LONGEST_PATH);
    }

    private static @Nullable String text(JsonParser json, int longest) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            json.skipChildren();
            return null;
        }
        var text = json.getString();
        return text.isEmpty() || text.length() > longest || text.codePoints().anyMatch(LogJson::isLost) ? null : text;
    }

    /**
     * Half of a character that takes two, or the one at which SQL ends a text. No file and no database keeps it, so that two such names
     * would become one.
     */
    private static boolean isLost(int point) {
        return point == 0 || Character.getType(point) == Character.SURROGATE;
    }

    /** A session's id in lower case; null if it is no UUID. */
    static @Nullable String uuid(JsonParser json) {
        return SessionId.of(name(json)).orElse(null);
    }

    static @Nullable Instant time(JsonParser json) {
        return LogTime.of(name(json));
    }

    static boolean yes(JsonParser json) {
        json.skipChildren();
        return json.currentToken() == JsonToken.VALUE_TRUE;
    }

    /** How many tokens; none if the field is null. Anything but a sane whole number makes the whole line unreadable. */
    static long tokens(JsonParser json) {
        return saneTokens(json).orElseThrow(() -> new StreamReadException(json, "no sane number of tokens"));
    }

    /** How many tokens; empty if the value is anything but a sane whole number or null. */
    static OptionalLong saneTokens(JsonParser json) {
        json.skipChildren();
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return OptionalLong.of(0);
        }
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
                || json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            return OptionalLong.empty();
        }
        var tokens = json.getLongValue();
        return tokens < 0 || tokens > MOST_TOKENS ? OptionalLong.empty() : OptionalLong.of(tokens);
    }
}
