package app.recount.text;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bundle holds the texts that the program asks for, each once, and no others. */
class TextKeysTest {

    private static final Pattern COMMENT =
            Pattern.compile("/\\*.*?\\*/|^\\s*//[^\n]*", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern ASKED = Pattern.compile("[tT]exts(?:\\(\\))?\\s*\\.get\\(\\s*\"([^\"]+)\"\\s*[,)]");

    /** A block of texts that is shown as a whole; one dot alone is a whole page's. */
    private static final Pattern ASKED_BELOW = Pattern.compile("keysBelow\\(\"([^\".]+\\.[^\"]+\\.)\"\\)");

    /** Asked for by the commands and options that there are; CommandTextsTest knows these. */
    private static final String HELP = "cli.help.";

    private static final Pattern WORD = Pattern.compile("\\w+");

    private static final String PROGRAM = program();
    private static final List<String> KEYS = keys();
    private static final Set<String> LITERALS = all(LITERAL, 1);
    private static final Set<String> BLOCKS = all(ASKED_BELOW, 1);
    private static final Set<String> WORDS =
            all(WORD, 0).stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(toSet());

    @Test
    void every_text_that_is_asked_for_is_there() {
        assertThat(all(ASKED, 1)).isNotEmpty().isSubsetOf(KEYS);
    }

    @Test
    void no_text_is_there_twice() {
        assertThat(KEYS).isNotEmpty().doesNotHaveDuplicates();
    }

    /** Some keys are put together while the program runs: of the literals and the words, such as enum constants, in its source. */
    @Test
    void every_text_is_asked_for() {
        assertThat(KEYS).allSatisfy(key -> assertThat(isAskedFor(key)).isTrue());
    }

    private static boolean isAskedFor(String key) {
        return key.startsWith(HELP)
                || WordingCalls.BLOCKS.stream().anyMatch(key::startsWith) // ServiceTextsTest knows these
                || LITERALS.contains(key)
                || BLOCKS.stream().anyMatch(key::startsWith)
                || LITERALS.stream().anyMatch(literal -> isPattern(literal, key))
                || IntStream.range(1, key.length())
                        .filter(end -> isBeginning(key, end))
                        .anyMatch(end -> isPutTogether(key.substring(end)));
    }

    /** A key with gaps for {@code formatted}. */
    private static boolean isPattern(String literal, String key) {
        return literal.contains("%")
                && literal.contains(".")
                && !literal.contains(" ")
                && key.matches(
                        literal.replace(".", "\\.").replace("%s", "[^.]+").replace("%d", "\\d+"));
    }

    private static boolean isBeginning(String key, int end) {
        var beginning = key.substring(0, end);
        return beginning.contains(".") && LITERALS.contains(beginning);
    }

    /** What follows a beginning: a word or a literal, and perhaps a literal or a number behind it. */
    private static boolean isPutTogether(String rest) {
        return isWord(rest)
                || IntStream.range(1, rest.length())
                        .anyMatch(end -> isWord(rest.substring(0, end)) && isEnding(rest.substring(end)));
    }

    private static boolean isWord(String part) {
        return LITERALS.contains(part)
                || WORDS.contains(part.toLowerCase(Locale.ROOT))
                || WORDS.contains(part.replace('-', '_').toLowerCase(Locale.ROOT));
    }

    private static boolean isEnding(String part) {
        return part.matches("\\.\\d+") || LITERALS.contains(part) || isWord(part);
    }

    private static Set<String> all(Pattern pattern, int group) {
        return pattern.matcher(PROGRAM)
                .results()
                .map((MatchResult result) -> result.group(group))
                .collect(toSet());
    }

    private static String program() {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> COMMENT.matcher(read(file)).replaceAll(""))
                    .collect(joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> keys() {
        return lines(Path.of("src/main/resources/app/recount/texts.properties"))
                .filter(Predicate.not(String::isBlank))
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("=", 2)[0].strip())
                .toList();
    }

    private static Stream<String> lines(Path file) {
        return read(file).lines();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
