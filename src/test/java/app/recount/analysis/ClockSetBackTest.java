package app.recount.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.text.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock is set back in the middle of a run: what is counted stays right, and what cannot be told is not told. */
class ClockSetBackTest {

    @TempDir
    Path folder;

    private RunBench bench;
    private ScriptedSessions.Script session;

    @BeforeEach
    void begin_a_session() {
        bench = new RunBench(folder);
        session = bench.sessions.session("claude", 1).uses(RunBench.START, 100, 10);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void deltas_are_those_of_the_counts_whatever_the_clock_says() {
        var run = bench.start("source-1");
        session.uses(bench.after(60), 10, 1);
        bench.mark(run, "one");
        bench.clock.back(Duration.ofHours(2));
        session.uses(bench.after(1), 20, 2);
        bench.mark(run, "two");
        var watched = bench.observe(run);
        session.uses(bench.after(1), 30, 3);
        var ended = bench.complete(run);

        assertThat(ended.stages()).extracting(Stage::delta).containsExactly(11L, 22L);
        assertThat(ended.tokens().check()).isEqualTo(66);
        assertThat(ended.times().durationSeconds()).isNull();
        assertThat(watched.stalled()).isFalse();
        assertThat(bench.observe(ended).stages())
                .allSatisfy(part -> assertThat(part.delta().orElse(0L)).isNotNegative());
        assertThat(bench.observe(ended).curve())
                .isSortedAccordingTo(Comparator.comparing(RunProgress.Point::at))
                .isSortedAccordingTo(Comparator.comparingLong(RunProgress.Point::tokens));
    }

    @Test
    void a_run_that_ended_before_it_began_is_not_counted_by_its_times() {
        var run = bench.start("source-1");
        bench.clock.back(Duration.ofHours(2));
        var ended = bench.complete(run);

        var plan = bench.analyses
                .backfill()
                .plan(new UsageBackfill.Request(Optional.empty(), Optional.empty(), Optional.empty(), 0, true));
        assertThat(plan.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.changes()).isEmpty();
            assertThat(new Texts().say(entry.reason())).isEqualTo("It ended before it began.");
        });
        assertThat(bench.runs().find(run.id())).contains(ended);
    }

    @Test
    void ids_and_passes_go_on() {
        bench.start("source-1");
        bench.clock.back(Duration.ofDays(200));
        var earlier = bench.start("source-1");
        bench.clock.back(Duration.ofDays(200));
        var before = bench.start("source-1");

        assertThat(earlier.pass()).isEqualTo(2);
        assertThat(before.pass()).isEqualTo(3);
        assertThat(bench.runs().list(AnalysisStore.RunFilter.ALL, 0))
                .extracting(AnalysisRun::id)
                .doesNotHaveDuplicates()
                .hasSize(3);
    }
}
