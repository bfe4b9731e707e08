package app.recount.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.RunProgress.Point;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {

    @TempDir
    Path folder;

    @AutoClose
    private RunBench bench;

    private Samples samples;
    private String run;

    @BeforeEach
    void start_a_run() {
        bench = new RunBench(folder);
        samples = new Samples(bench.store);
        run = bench.start("source-1", RunTool.MANUAL, Optional.empty()).id();
    }

    @Test
    void a_long_run_keeps_its_first_and_last_samples_and_its_bend() {
        for (int second = 0; second < 2 * Samples.MOST; second++) {
            // slow, then from the four hundredth second on a hundred times as fast
            samples.add(run, at(second, second < 400 ? second + 1 : 401 + 100L * (second - 400)));
        }

        var kept = samples.of(run);

        assertThat(kept).hasSize(Samples.MOST).contains(at(400, 401));
        assertThat(kept.getFirst()).isEqualTo(at(0, 1));
        assertThat(kept.getLast()).isEqualTo(at(2 * Samples.MOST - 1, 401 + 100L * (2 * Samples.MOST - 401)));
        assertThat(kept).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    }

    @Test
    void a_sample_that_is_older_or_says_nothing_new_is_not_kept() {
        samples.add(run, at(10, 100));
        samples.add(run, at(9, 200));
        samples.add(run, at(11, 100));
        samples.add(run, at(11, 99));

        assertThat(samples.of(run)).containsExactly(at(10, 100));
    }

    @Test
    void samples_go_with_their_run() {
        samples.add(run, at(10, 100));
        bench.store.write(connection -> {
            try (var delete = connection.prepareStatement("DELETE FROM analysis_runs")) {
                return delete.executeUpdate();
            }
        });

        assertThat(samples.of(run)).isEmpty();
    }

    @Test
    void the_point_in_the_middle_of_a_straight_line_is_needed_least() {
        assertThat(Samples.leastNeeded(List.of(at(0, 0), at(1, 50), at(2, 60), at(3, 70), at(9, 1000))))
                .isEqualTo(at(2, 60));
    }

    private static Point at(long second, long tokens) {
        return new Point(Instant.ofEpochSecond(1_800_000_000L + second), tokens);
    }
}
