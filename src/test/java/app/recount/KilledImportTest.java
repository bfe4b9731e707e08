package app.recount;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.AnalysisStore.RunFilter;
import app.recount.analysis.Tracking;
import app.recount.faults.ChildProcess;
import app.recount.faults.Points;
import app.recount.store.Environment;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed while they import runs: each run is there as a whole or not at all, and the rest can be added later. */
class KilledImportTest {

    private static final int RUNS = 150;

    @TempDir
    Path folder;

    private Path file;

    /** How long an import takes here and now, as far as is known. */
    private final AtomicLong duration = new AtomicLong(1_500_000_000);

    @BeforeEach
    void write_a_file() throws IOException {
        file = Files.writeString(
                folder.resolve("runs.yaml"),
                IntStream.rangeClosed(1, RUNS)
                        .mapToObj("""
                                - id: ANALYSIS-2026-%03d
                                  source_id: source
                                  pass: 1
                                  status: completed
                                  tool: manual
                                  created_at: 2026-05-01T00:00:00Z
                                  stages_json: '[{"stage": "one", "timestamp": "2026-05-01T00:00:00Z"}]'
                                """::formatted)
                        .collect(Collectors.joining("", "analysis_logs:\n", "")));
    }

    @Test
    void at_a_moment() throws Exception {
        kill(Points.few("killed while importing", 1));
    }

    @Test
    @Tag("stress")
    void at_many_moments() throws Exception {
        kill(Points.many("killed while importing"));
    }

    private void kill(Points points) throws Exception {
        points.each((_, random) -> {
            var home = Files.createTempDirectory(folder, "home");
            try (var child = start(home)) {
                child.killAfter(random.nextLong(duration.get()));
            }
            var kept = runs(home);
            duration.set(kept.size() == RUNS ? duration.get() * 9 / 10 : duration.get() * 11 / 10);
            assertThat(kept).allSatisfy(run -> assertThat(run.stages()).hasSize(1));
            assertThat(kept).extracting(AnalysisRun::id).doesNotHaveDuplicates();

            try (var child = start(home)) {
                assertThat(child.status()).as(child.errors()).isZero();
            }
            assertThat(runs(home)).hasSize(RUNS).containsAll(kept);
        });
    }

    private ChildProcess start(Path home) throws IOException {
        return ChildProcess.start(
                JavaProcess.command(Recount.class, "import", file.toString()),
                Map.of("RECOUNT_HOME", home.toString(), "HOME", folder.toString()),
                folder.resolve("errors"));
    }

    private List<AnalysisRun> runs(Path folderOfHome) {
        var home = RecountHome.at(folderOfHome);
        var environment = new Environment(Map.of(), folder, "linux");
        try (var store = new RecountStore(home);
                var tracking = Tracking.with(environment, home, store, Clock.systemUTC(), new Texts())) {
            return tracking.analyses().runs().list(RunFilter.ALL, 0);
        }
    }
}
