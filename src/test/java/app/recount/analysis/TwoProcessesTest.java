package app.recount.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.JavaProcess;
import app.recount.analysis.AnalysisStore.RunFilter;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window and the command line at the same time, and one of them killed in the middle. */
class TwoProcessesTest {

    @TempDir
    Path folder;

    @AutoClose
    private RunBench bench;

    private AnalysisRun shared;

    @BeforeEach
    void start_a_run() {
        bench = new RunBench(folder);
        shared = bench.start("source-0", RunTool.MANUAL, Optional.empty());
    }

    @Test
    void two_that_write_at_once_lose_nothing_and_share_no_id() throws Exception {
        try (var first = new Writer(40, 20);
                var second = new Writer(40, 20)) {
            first.go();
            second.go();
            var told = new ArrayList<>(first.linesToTheEnd());
            told.addAll(second.linesToTheEnd());

            var runs = bench.runs().list(new RunFilter(Optional.of("source-1"), Optional.empty(), Optional.empty()), 0);
            assertThat(runs).extracting(AnalysisRun::id).doesNotHaveDuplicates().hasSize(80);
            assertThat(runs).extracting(AnalysisRun::pass).doesNotHaveDuplicates();
            var stages = bench.runs().find(shared.id()).orElseThrow().stages();
            assertThat(stages)
                    .hasSize(40)
                    .allSatisfy(stage -> assertThat(stage.notes()).isEqualTo("notes of " + stage.name()));
            var stored = new ArrayList<>(runs.stream().map(AnalysisRun::id).toList());
            stages.forEach(stage -> stored.add(stage.name()));
            assertThat(stored).containsExactlyInAnyOrderElementsOf(told);
        }
    }

    @Test
    void what_a_killed_process_had_told_is_there_and_nothing_is_half_done() throws Exception {
        var told = new ArrayList<String>();
        try (var writer = new Writer(0, 100_000)) {
            writer.go();
            for (int i = 0; i < 25; i++) {
                told.add(writer.line());
            }
            writer.kill();
        }

        var stages = bench.runs().find(shared.id()).orElseThrow().stages();
        assertThat(stages).extracting(Stage::name).startsWith(told.toArray(String[]::new));
        assertThat(stages).allSatisfy(stage -> assertThat(stage.notes()).isEqualTo("notes of " + stage.name()));
        assertThat(bench.mark(shared, "afterwards").stages()).hasSize(stages.size() + 1);
        assertThat(bench.complete(shared).status()).isEqualTo("completed");
    }

    /** A child process, held by its lines. */
    private final class Writer implements AutoCloseable {

        private final Process process;
        private final BufferedReader lines;

        Writer(int runs, int marks) throws IOException {
            process = JavaProcess.of(WritingProcess.class, bench.home.folder(), runs, shared.id(), marks)
                    .redirectError(folder.resolve("child.err").toFile())
                    .start();
            lines = process.inputReader(UTF_8);
            assertThat(line()).isEqualTo("ready");
        }

        void go() throws IOException {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        }

        String line() throws IOException {
            return Objects.requireNonNull(lines.readLine(), "the child ended");
        }

        List<String> linesToTheEnd() throws IOException {
            var all = new ArrayList<String>();
            for (var line = line(); !line.equals("done"); line = line()) {
                all.add(line);
            }
            return all;
        }

        /** As {@code kill -9}: nothing is told to the process. */
        void kill() {
            process.destroyForcibly();
            process.onExit().join();
        }

        @Override
        public void close() {
            kill();
        }
    }
}
