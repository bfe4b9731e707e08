package app.recount.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The vocabulary that invented titles, prompts and notes are put together from. */
final class Phrases {

    private final Properties choices = new Properties();

    Phrases() {
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(Phrases.class.getResourceAsStream("phrases.properties")),
                StandardCharsets.UTF_8)) {
            choices.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> all(String key) {
        return List.of(choices.getProperty(key).split("\\|", -1));
    }

    String one(String key, Dice dice) {
        return dice.oneOf(all(key)).replace("{}", dice.oneOf(all("parts")));
    }

    String sentences(int count, Dice dice) {
        return IntStream.range(0, count)
                .mapToObj(each -> capitalised(one("sentences", dice)))
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
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
