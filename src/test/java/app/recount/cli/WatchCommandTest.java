package app.recount.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.session.LogFixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The line that follows a run. */
class WatchCommandTest {

    private static final String SESSION = "0b6f3a52-7f0e-4a8e-9a51-6f1f3c0a9d11";

    @TempDir
    Path folder;

    @AutoClose
    private Bench bench;

    private LogFixture log;

    @BeforeEach
    void start() throws IOException {
        bench = new Bench(folder);
        log = LogFixture.claude(bench.userHome, SESSION, "/code/rivers").call("2026-06-01T09:55:00Z", 1000, 100);
        bench.run(Bench.words("analysis start --source-id s-1 --tool claude-code"));
    }

    /** Output that tells when something with these words was written. */
    private static final class Awaited extends ByteArrayOutputStream {

        private final String words;
        private final CountDownLatch written = new CountDownLatch(1);

        Awaited(String words) {
            this.words = words;
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            super.write(bytes, offset, length);
            if (toString(StandardCharsets.UTF_8).contains(words)) {
                written.countDown();
            }
        }
    }

    private String watch(boolean terminal, String grown) throws Exception {
        var output = new Awaited(grown);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var status = CompletableFuture.supplyAsync(
                    () -> new CommandLineInterface(
                                    bench,
                                    new Console(output, new ByteArrayOutputStream(), () -> terminal, () -> false))
                            .run(Bench.words("analysis watch --id ANALYSIS-2026-001")),
                    threads);
            log.call("2026-06-01T09:58:00Z", 2000, 200);
            assertThat(output.written.await(60, TimeUnit.SECONDS)).isTrue();
            bench.run(Bench.words("analysis complete --id ANALYSIS-2026-001"));
            assertThat(status.get(60, TimeUnit.SECONDS)).isZero();
        }
        return output.toString(StandardCharsets.UTF_8);
    }

    @Test
    void piped_it_prints_a_line_for_each_change_and_ends_with_the_run() throws Exception {
        var lines = watch(false, "2,200 tokens").lines().toList();

        assertThat(lines)
                .doesNotHaveDuplicates()
                .allMatch(line -> line.startsWith("ANALYSIS-2026-001 · "))
                .anyMatch(line -> line.contains("stage 1, +2,200 · 2,200 tokens"));
        assertThat(lines.getLast()).contains("completed · 2,200 tokens");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    @Timeout(60)
    void it_ends_with_its_reader(String format) {
        var closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };

        int status = new CommandLineInterface(bench, new Console(closed, new ByteArrayOutputStream()))
                .run(Bench.words("analysis watch --id ANALYSIS-2026-001 --format " + format));

        assertThat(status).isZero();
    }

    @Test
    void on_a_terminal_it_draws_over_itself_and_leaves_a_whole_line() throws Exception {
        var drawn = watch(true, "2,200 tokens");

        assertThat(drawn).startsWith("\r").endsWith("\n").doesNotContain("\u001b");
        assertThat(drawn.strip().split("\r", -1)).hasSizeGreaterThan(1);
        assertThat(drawn.chars().filter(each -> each == '\n')).hasSize(1);
    }

    @Test
    void a_shorter_line_leaves_nothing_of_the_longer_one() {
        var output = new ByteArrayOutputStream();
        var console = new Console(output, new ByteArrayOutputStream(), () -> true, () -> false);
        var line = new LiveLine(console);

        line.show("long text\u001b[2J");
        line.show("short");
        line.show("x".repeat(200));
        line.end();

        assertThat(output.toString(StandardCharsets.UTF_8))
                .isEqualTo("\rlong text\\u001B[2J\rshort" + " ".repeat(13) + "\r" + "x".repeat(79) + "\n");
    }
}
