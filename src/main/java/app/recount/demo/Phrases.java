package app.recount.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The vocabulary that invented titles, prompts and notes are put together from. */
final class Phrases {

    private final Map<String, List<String>> choices;

    Phrases() {
        var properties = new Properties();
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(Phrases.class.getResourceAsStream("phrases.properties")),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        choices = properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(
                        key -> key, key -> List.of(properties.getProperty(key).split("\\|", -1))));
    }

    List<String> all(String key) {
        return Objects.requireNonNull(choices.get(key), key);
    }

    String one(String key, Dice dice) {
        return dice.oneOf(all(key)).replace("{}", dice.oneOf(all("parts")));
    }

    /** At most so many; what comes up twice is said once. */
    String sentences(int count, Dice dice) {
        return IntStream.range(0, count)
                .mapToObj(each -> capitalised(one("sentences", dice)))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** As claude-mem stores lists: a JSON array of strings in one column. None of the phrases needs escaping. */
    String jsonList(String key, int count, Dice dice) {
        return IntStream.range(0, count)
                .mapToObj(each -> "\"" + one(key, dice) + "\"")
                .distinct()
                .collect(Collectors.joining(", ", "[", "]"));
    }

    String title(String type, Dice dice) {
        return capitalised(one("titles." + type, dice));
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
