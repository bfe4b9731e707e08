package app.recount;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.AnalysisStore.RunFilter;
import app.recount.cli.CommandLineInterface;
import app.recount.cli.Console;
import app.recount.delivery.Verification;
import app.recount.faults.ChildProcess;
import app.recount.store.Environment;
import app.recount.store.RecountHome;
import app.recount.store.Settings.Theme;
import app.recount.store.SettingsStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten at once into one home: nothing is lost, nothing has the number of something else, and the chain of receipts holds. */
class TenWritersTest {

    private static final int WRITERS = 10;

    private static final List<List<String>> WORK = List.of(
            List.of("analysis", "start", "--source-id", "shared", "--tool", "manual"),
            List.of("decline"),
            List.of("generation", "record", "--session", "%d", "--turn", "1", "--outcome", "ok"),
            List.of("source", "add", "--id", "own-%d", "--title", "Title"));

    @TempDir
    Path folder;

    @Test
    void each_with_a_store_of_its_own() throws Exception {
        var writers = IntStream.range(0, WRITERS)
                .<Callable<Integer>>mapToObj(number -> () -> WORK.stream()
                        .mapToInt(words -> run(words(words, number)))
                        .max()
                        .orElseThrow())
                .toList();
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            for (var writer : threads.invokeAll(writers)) {
                assertThat(writer.get()).isZero();
            }
        }
        assertEverythingIsThere();
    }

    @Test
    @Tag("stress")
    void each_a_process() throws Exception {
        for (var words : WORK) {
            var waiting = new ArrayDeque<>(IntStream.range(0, WRITERS).boxed().toList());
            while (!waiting.isEmpty()) {
                var processes = new LinkedHashMap<Integer, ChildProcess>();
                for (int number : waiting) {
                    processes.put(number, start(words(words, number)));
                }
                waiting.clear();
                for (var process : processes.entrySet()) {
                    if (process.getValue().status() != 0) {
                        assertBusy(process.getValue().errors());
                        waiting.add(process.getKey());
                    }
                }
            }
        }
        assertEverythingIsThere();
    }

    private ChildProcess start(String... words) throws IOException {
        return ChildProcess.start(
                JavaProcess.command(Recount.class, (Object[]) words),
                environment().variables(),
                Files.createTempFile(folder, "errors", ""));
    }

    /** On a slow machine the last of ten may wait too long; then it has done nothing, says so, and is started again. */
    private static void assertBusy(String errors) {
        assertThat(errors)
                .containsPattern("is being written by another Recount|another process has been using it")
                .contains("Try again.");
    }

    @Test
    void settings_of_ten_windows_do_not_undo_each_other() throws Exception {
        var home = RecountHome.at(folder.resolve("recount"));
        var writers = IntStream.range(0, WRITERS)
                .<Callable<Theme>>mapToObj(number -> () -> new SettingsStore(home)
                        .update(settings -> settings.withRecentFile(folder.resolve("recent-" + number)))
                        .theme())
                .toList();
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            for (var writer : threads.invokeAll(writers)) {
                writer.get();
            }
        }
        assertThat(new SettingsStore(home).current().recentFiles()).hasSize(WRITERS);
    }

    private void assertEverythingIsThere() throws Exception {
        try (var composition = new Composition(environment(), Clock.systemUTC())) {
            var runs = composition.tracking().analyses().runs().list(RunFilter.ALL, 0);
            assertThat(runs).hasSize(WRITERS);
            assertThat(runs).extracting(AnalysisRun::id).doesNotHaveDuplicates();
            assertThat(runs).extracting(AnalysisRun::pass).doesNotHaveDuplicates();
            assertThat(composition.backfill().receipts().list()).hasSize(WRITERS);
            assertThat(composition.backfill().receipts().verify()).isInstanceOf(Verification.Intact.class);
        }
    }

    private int run(String... words) {
        while (true) {
            var said = new ByteArrayOutputStream();
            try (var composition = new Composition(environment(), Clock.systemUTC())) {
                int status = new CommandLineInterface(composition, new Console(said, said)).run(words);
                if (status == 0) {
                    return status;
                }
                assertBusy(said.toString(StandardCharsets.UTF_8));
            }
        }
    }

    private static String[] words(List<String> words, int number) {
        return words.stream()
                .map(word -> word.replace("%d", String.valueOf(number)))
                .toArray(String[]::new);
    }

    private Environment environment() {
        return new Environment(
                Map.of(
                        "HOME", folder.toString(),
                        "RECOUNT_HOME", folder.resolve("recount").toString()),
                folder,
                "linux");
    }
}
