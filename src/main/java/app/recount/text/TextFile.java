package app.recount.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Set;

/**
 * The file of texts: lines of {@code key = text}, with {@code \n} for a break. It is read as the {@link java.util.Properties} file
 * that it is, except that lines are only found at first and decoded when they are asked for: a command needs a dozen of some
 * thousand texts, and would wait for {@code Properties} longer than for all of its own work on them.
 */
final class TextFile {

    private static final String NAME = "/app/recount/texts.properties";
    private static final String BETWEEN = " = ";

    private record Place(int begin, int end) {}

    /** A character for each byte, because these are found fastest. */
    private final String bytes;

    private final Map<String, Place> places = HashMap.newHashMap(2048);

    TextFile() {
        this(ofProgram());
    }

    TextFile(byte[] content) {
        bytes = new String(content, StandardCharsets.ISO_8859_1);
        for (int begin = 0, end; begin < bytes.length(); begin = end + 1) {
            int lineEnd = bytes.indexOf('\n', begin);
            end = lineEnd < 0 ? bytes.length() : lineEnd;
            if (begin < end && bytes.charAt(begin) != '#') {
                int between = bytes.indexOf(BETWEEN, begin);
                places.put(bytes.substring(begin, between), new Place(between + BETWEEN.length(), end));
            }
        }
    }

    Set<String> keys() {
        return places.keySet();
    }

    /** Fails for a key that does not exist. */
    String get(String key) {
        var place = places.get(key);
        if (place == null) {
            throw new MissingResourceException("There is no text “%s”".formatted(key), NAME, key);
        }
        var line = bytes.substring(place.begin(), place.end()).getBytes(StandardCharsets.ISO_8859_1);
        return new String(line, StandardCharsets.UTF_8).replace("\\n", "\n");
    }

    private static byte[] ofProgram() {
        try (var in = Objects.requireNonNull(TextFile.class.getResourceAsStream(NAME))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
