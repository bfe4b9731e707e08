package app.recount.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.JavaProcess;
import app.recount.faults.ChildProcess;
import app.recount.faults.Points;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed somewhere in the life of runs: what they had said is kept, and nothing is done by half. */
class KilledRunsTest {

    /** What a process says about one run, in this order. */
    private static final List<String> STEPS =
            List.of("started", "one", "two", "completed", "reopened", "three", "ended");

    private static final List<Integer> STAGES_AFTER = List.of(0, 1, 2, 2, 2, 3, 3);

    @TempDir
    Path folder;

    private RunBench bench;

    @BeforeEach
    void open() {
        bench = new RunBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void at_a_few_moments() throws Exception {
        kill(Points.few("killed in the life of runs", 2));
    }

    @Test
    @Tag("stress")
    void at_many_moments() throws Exception {
        kill(Points.many("killed in the life of runs"));
    }

    /** All of them in one home, so that each finds what the ones before left. */
    private void kill(Points points) throws Exception {
        points.each((_, random) -> {
            int before = all().size();
            var command =
                    JavaProcess.command(LivingProcess.class, bench.home.folder().toString());
            List<String> said;
            try (var child = ChildProcess.start(command, Map.of(), folder.resolve("errors"))) {
                child.waitFor("ready").go().killAfter(random.nextLong(60_000_000));
                said = child.linesToTheEnd();
            }
            var runs = all().subList(before, all().size());
            assertThat(all()).extracting(AnalysisRun::id).doesNotHaveDuplicates();
            assertThat(all()).extracting(AnalysisRun::pass).doesNotHaveDuplicates();
            assertThat(runs.size())
                    .isBetween((said.size() + STEPS.size() - 1) / STEPS.size(), said.size() / STEPS.size() + 1);
            for (int i = 0; i < runs.size(); i++) {
                var run = runs.get(i);
                int told = Math.clamp(said.size() - (long) i * STEPS.size(), 0, STEPS.size());
                // the step that was done last may not have been said any more
                assertThat(isAfter(run, told) || isAfter(run, told + 1))
                        .as("%s after %d steps", run, told)
                        .isTrue();
            }
            if (!runs.isEmpty() && runs.getLast().isOpen()) {
                assertThat(bench.complete(runs.getLast()).status()).isEqualTo("completed");
            }
        });
    }

    private static boolean isAfter(AnalysisRun run, int steps) {
        if (steps == 0 || steps > STEPS.size()) {
            return false;
        }
        boolean ended = List.of("completed", "ended").contains(STEPS.get(steps - 1));
        return run.isOpen() != ended
                && run.stages().size() == STAGES_AFTER.get(steps - 1)
                && run.stages().stream().allMatch(stage -> ("notes of " + stage.name()).equals(stage.notes()));
    }

    /** Oldest first. */
    private List<AnalysisRun> all() {
        return bench.runs().list(AnalysisStore.RunFilter.ALL, 0).reversed();
    }
}
