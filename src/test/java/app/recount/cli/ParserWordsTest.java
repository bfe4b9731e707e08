package app.recount.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.recount.text.Texts;
import app.recount.text.Wording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ParameterException;

/** The English texts of the bundle say what the parser says itself: a rule of ours that misreads its exceptions shows here. */
class ParserWordsTest {

    @TempDir
    Path folder;

    @AutoClose
    private Bench bench;

    private final Texts texts = new Texts();

    @BeforeEach
    void open() throws IOException {
        bench = new Bench(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-x",
                "--no-such",
                "--no-such surplus",
                "surplus",
                "surplus more",
                "preview surplus",
                "preview surplus --no-such",
                "preview a'b",
                "preview {0}",
                "preview --now same same",
                "preview same --now same",
                "preview same --now same same",
                "preview --no-such --now x y",
                "preview -- --now",
                "receipts surplus",
                "receipts show 1 2",
                "preview --now",
                "preview --now --no-such --now",
                "preview --now --format json",
                "preview --now -h",
                "analysis start --tool x --source-id",
                "preview --now 1 --now 2",
                "preview --without-location --without-location",
                "receipts show",
                "analysis start",
                "analysis mark --id x",
                "analysis mark --id --stage",
                "send --approv x",
                "receipts show many",
                "rehearse --port many",
                "demo here --seed many",
                "analysis add --source-id s --tool x --duration many",
                "analysis add --source-id s --tool x --duration",
                "preview --without-location=maybe",
                "preview -h=maybe"
            })
    void a_wrong_command_line_is_told_as_the_parser_tells_it(String line) {
        var words = line.split(" ", -1);
        var cli =
                new CommandLineInterface(bench, new Console(new ByteArrayOutputStream(), new ByteArrayOutputStream()));
        var told = catchThrowableOfType(
                ParameterException.class,
                () -> cli.tree().needed(List.of(words)).parseArgs(words));

        var wording = new ParserWords(List.of(words)).of(told);

        assertThat(wording).isInstanceOf(Wording.Text.class);
        assertThat(texts.say(wording)).isEqualTo(inOurWords(told) + ".");
    }

    /** The parser names kinds of values after Java's types. */
    private String inOurWords(ParameterException told) {
        return String.valueOf(told.getMessage())
                .replaceFirst("is not an int$", "is not " + texts.get("cli.parser.kind.int"))
                .replaceFirst("is not a long$", "is not " + texts.get("cli.parser.kind.long"))
                .replaceFirst("is not a boolean$", "is not " + texts.get("cli.parser.kind.boolean"));
    }

    @Test
    void what_a_command_finds_wrong_itself_stays_as_it_says_it() {
        assertThat(bench.run("explain").errors()).startsWith("recount: Missing required option: '--day=DAY'.");
    }
}
