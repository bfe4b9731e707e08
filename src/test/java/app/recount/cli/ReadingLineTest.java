package app.recount.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.session.LogFixture;
import app.recount.text.Texts;
import app.recount.text.Wording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingLineTest {

    private static final Wording STEP = Wording.of("step.sessionLogs");

    private static final String SESSION = "0b6f3a52-7f0e-4a8e-9a51-6f1f3c0a9d11";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream results = new ByteArrayOutputStream();
    private final ByteArrayOutputStream notes = new ByteArrayOutputStream();
    private final AtomicLong now = new AtomicLong();

    private ReadingLine line(boolean terminal) {
        return new ReadingLine(new Console(results, notes, () -> false, () -> terminal), new Texts(), now::get);
    }

    private void after(int millis) {
        now.addAndGet(Duration.ofMillis(millis).toNanos());
    }

    private String said() {
        return notes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_short_reading_says_nothing() {
        var line = line(true);
        line.report(STEP, 0.5);
        after(299);
        line.report(STEP, 0.9);
        line.remove();

        assertThat(said()).isEmpty();
    }

    @Test
    void a_long_one_says_how_far_it_is_and_leaves_nothing_on_the_screen() {
        var line = line(true);
        after(300);
        line.report(STEP, 0.091);
        line.report(STEP, 0.099);
        line.report(STEP, 0.5);
        assertThat(said()).isEqualTo("\rReading session logs: 9 %\rReading session logs: 50 %");

        line.remove();

        assertThat(said()).endsWith("\r" + " ".repeat("Reading session logs: 50 %".length()) + "\r");
        assertThat(results.size()).isZero();
    }

    @Test
    void where_the_notes_go_elsewhere_nothing_is_said_however_long_it_takes() {
        var line = line(false);
        after(60_000);
        line.report(STEP, 0.5);
        line.remove();

        assertThat(said()).isEmpty();
    }

    @Test
    void what_is_read_ahead_for_a_person_changes_no_answer() throws IOException {
        try (var bench = new Bench(folder)) {
            LogFixture.claude(bench.userHome, SESSION, "/code/rivers").call("2026-06-01T09:55:00Z", 1000, 100);
            var console = new Console(results, notes, () -> false, () -> true);

            int status = new CommandLineInterface(bench, console)
                    .run("analysis", "start", "--source-id", "s-1", "--tool", "claude-code", "--cwd", "/code/rivers");

            assertThat(status).isZero();
            assertThat(results.toString(StandardCharsets.UTF_8)).isEqualTo("ANALYSIS-2026-001\n");
            assertThat(said()).contains(SESSION, "only active one of this folder");
        }
    }
}
