package app.recount.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.text.VisibleText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleTest {

    @TempDir
    Path folder;

    /** A stream as the system gives it when whoever read it is gone, or when the disk is full. */
    private static final class Failing extends OutputStream {
        private final String message;

        Failing(String message) {
            this.message = message;
        }

        @Override
        public void write(int b) throws IOException {
            throw new IOException(message);
        }
    }

    private int preview(OutputStream results, OutputStream notes) throws IOException {
        return run("preview --format body", results, notes);
    }

    private int run(String line, OutputStream results, OutputStream notes) throws IOException {
        try (var bench = new Bench(folder).withMemory()) {
            return new CommandLineInterface(bench, new Console(results, notes)).run(Bench.words(line));
        }
    }

    @Test
    void a_reader_that_went_away_ends_it_quietly() throws IOException {
        var notes = new ByteArrayOutputStream();

        assertThat(preview(new Failing("Broken pipe"), notes)).isZero();
        assertThat(notes.size()).isZero();
    }

    @Test
    void a_full_disk_is_a_failure() throws IOException {
        var notes = new ByteArrayOutputStream();

        assertThat(preview(new Failing("No space left on device"), notes)).isEqualTo(ExitStatus.FAILED);
        assertThat(notes.toString(StandardCharsets.UTF_8)).contains("could not be written", "No space left on device");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "status",
                "decline",
                "receipts",
                "analysis start --source-id s --tool manual",
                "source list",
                "validate",
                "validate --format json",
                "export",
                "reference man"
            })
    void whatever_was_to_be_printed_a_full_disk_has_the_exit_status_that_the_page_of_problems_names(String line)
            throws IOException {
        int status = run(line, new Failing("No space left on device"), new ByteArrayOutputStream());

        assertThat(new ProblemPage(ProblemSites.inSources()).statuses("OUTPUT_NOT_WRITTEN"))
                .containsExactly(String.valueOf(status));
    }

    @Test
    void without_a_place_for_notes_the_exit_status_still_speaks() throws IOException {
        assertThat(preview(new Failing("No space left on device"), new Failing("No space left on device")))
                .isEqualTo(ExitStatus.FAILED);
    }

    @Test
    void results_are_whole_when_nobody_can_be_told_anything_else() {
        var results = new ByteArrayOutputStream();
        var console = new Console(results, new Failing("Bad file descriptor"));

        console.note("progress");
        console.line("result");
        console.note("progress");
        console.flush();

        assertThat(results.toString(StandardCharsets.UTF_8)).isEqualTo("result\n");
    }

    @Test
    void output_is_utf_8_with_every_letter() {
        var results = new ByteArrayOutputStream();
        var console = new Console(results, new ByteArrayOutputStream());

        console.line("Übersicht – 記憶 🧠");
        console.flush();

        assertThat(results.toByteArray()).isEqualTo("Übersicht – 記憶 🧠\n".getBytes(StandardCharsets.UTF_8));
    }

    @Property
    boolean nothing_that_a_terminal_obeys_is_left(@ForAll String text) {
        return VisibleText.of(text)
                .codePoints()
                .noneMatch(point -> Character.isISOControl(point)
                        || Character.getType(point) == Character.FORMAT
                        || Character.getType(point) == Character.LINE_SEPARATOR
                        || Character.getType(point) == Character.PARAGRAPH_SEPARATOR);
    }
}
