package app.recount.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says stands in the bundle, so that a translation is one file. */
class CommandTextsTest {

    private static final Path SOURCES = Path.of("src/main/java/app/recount/cli");

    private static final String HELP = "cli.help";

    /** No texts: comments, scripts for shells, and messages of faults that only a developer can cause. */
    private static final Pattern NO_TEXT = Pattern.compile(
            "/\\*.*?\\*/|^\\s*//[^\n]*|\"\"\".*?\"\"\"|new IllegalStateException\\(\\s*\"[^\"]*\"",
            Pattern.DOTALL | Pattern.MULTILINE);

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");

    private static final Pattern TWO_WORDS = Pattern.compile("[a-z]{2,} [a-z]{2,}");

    /** What a user copies back into the shell is the same in every language. */
    private static final Set<String> COMMANDS = Set.of("  recount send%s --approve \\\\");

    @TempDir
    Path folder;

    private final Texts texts = new Texts();

    @Test
    void no_sentence_stands_among_the_commands() throws IOException {
        try (var files = Files.list(SOURCES)) {
            assertThat(files.flatMap(CommandTextsTest::sentences)).isEmpty();
        }
    }

    /** A line of the help that describes nothing, or only what a nearer one describes already, would be translated in vain. */
    @Test
    void every_line_of_the_help_describes_something() throws IOException {
        try (var bench = new Bench(folder)) {
            var used = new HashSet<String>();
            for (var command : bench.commands()) {
                var described = nearest(command, "description");
                used.add(described);
                used.add(described.replaceAll("description$", "footer"));
                command.options()
                        .forEach(option ->
                                used.add(nearest(command, option.spec().longestName())));
                command.positionals().forEach(place -> used.add(nearest(command, place.paramLabel())));
            }
            assertThat(texts.keysBelow(HELP + ".")).isNotEmpty().isSubsetOf(used);
        }
    }

    private String nearest(CommandEntry command, String name) {
        var words = command.path().isEmpty()
                ? List.<String>of()
                : Arrays.asList(command.path().split(" ", -1));
        return IntStream.rangeClosed(0, words.size())
                .mapToObj(above -> String.join(".", words.subList(0, words.size() - above)))
                .map(path -> HELP + (path.isEmpty() ? "" : "." + path) + "." + name)
                .filter(texts::has)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> sentences(Path file) {
        var program = NO_TEXT.matcher(read(file)).replaceAll("");
        return LITERAL.matcher(program)
                .results()
                .map(literal -> literal.group(1))
                .filter(literal -> TWO_WORDS.matcher(literal).find())
                .filter(literal -> !COMMANDS.contains(literal))
                .map(literal -> file.getFileName() + ": " + literal);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
