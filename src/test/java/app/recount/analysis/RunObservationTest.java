package app.recount.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.RunProgress.Part;
import app.recount.analysis.RunProgress.Point;
import app.recount.analysis.ScriptedSessions.Script;
import app.recount.session.Usage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunObservationTest {

    @TempDir
    Path folder;

    @AutoClose
    private RunBench bench;

    private Script session;

    @BeforeEach
    void begin_with_a_session_that_has_used_a_hundred_tokens() {
        bench = new RunBench(folder);
        session = bench.sessions.session("claude", 1).uses(RunBench.START.minusSeconds(60), 90, 10);
    }

    @Test
    void an_open_run_shows_its_stages_and_what_is_growing() {
        var run = bench.start("source-1");
        session.uses(bench.after(10), 1_000_000, 0);
        bench.mark(run, "stage1");
        session.uses(bench.after(10), 0, 1_000_000);

        var seen = bench.observe(run);

        assertThat(seen.stages()).extracting(Part::name).containsExactly(Optional.of("stage1"), Optional.empty());
        assertThat(seen.stages())
                .extracting(Part::delta)
                .containsExactly(Optional.of(1_000_000L), Optional.of(1_000_000L));
        assertThat(seen.stages())
                .extracting(Part::costUsd)
                .containsExactly(Optional.of(new BigDecimal("3.00")), Optional.of(new BigDecimal("15.00")));
        assertThat(seen.costUsd()).contains(new BigDecimal("18.00"));
        assertThat(seen.sinceStart()).map(Usage::all).map(all -> all.total()).contains(2_000_000L);
        assertThat(seen.stalled()).isFalse();
        assertThat(seen.unknownReason()).isNull();
    }

    @Test
    void an_ended_run_shows_what_followed_the_last_mark_too() {
        var run = bench.start("source-1");
        session.uses(bench.after(10), 10, 0);
        bench.mark(run, "stage1");
        session.uses(bench.after(10), 5, 0);
        bench.complete(run);
        session.uses(bench.after(10), 999, 0);

        var seen = bench.observe(run);

        assertThat(seen.stages()).extracting(Part::delta).containsExactly(Optional.of(10L), Optional.of(5L));
        assertThat(seen.sinceStart()).map(Usage::all).map(all -> all.total()).contains(15L);
        assertThat(seen.at()).isEqualTo(RunBench.START.plusSeconds(20));
    }

    @Test
    void samples_are_taken_only_while_the_count_changes() {
        var run = bench.start("source-1");
        bench.observe(run);
        session.uses(bench.after(10), 10, 0);
        bench.observe(run);
        bench.after(10);
        bench.observe(run);
        session.uses(bench.after(10), 10, 0);
        bench.observe(run);
        bench.complete(run);

        assertThat(bench.observe(run).curve())
                .containsExactly(
                        new Point(RunBench.START, 0),
                        new Point(RunBench.START.plusSeconds(10), 10),
                        new Point(RunBench.START.plusSeconds(30), 20));
    }

    @Test
    void a_run_that_nobody_watched_has_its_curve_from_the_times_of_its_calls() {
        var run = bench.start("source-1");
        session.uses(bench.after(10), 10, 0).uses(bench.after(10), 20, 0);
        bench.after(5);
        bench.mark(run, "stage1");
        session.uses(bench.after(10), 5, 0);
        bench.after(5);
        bench.complete(run);

        assertThat(bench.observe(run).curve())
                .containsExactly(
                        new Point(RunBench.START, 0),
                        new Point(RunBench.START.plusSeconds(10), 10),
                        new Point(RunBench.START.plusSeconds(20), 30),
                        new Point(RunBench.START.plusSeconds(25), 30),
                        new Point(RunBench.START.plusSeconds(35), 35),
                        new Point(RunBench.START.plusSeconds(40), 35));
    }

    @Test
    void a_stage_of_thousands_of_calls_leaves_a_curve_of_a_few_hundred_points() {
        var run = bench.start("source-1");
        for (int i = 0; i < 5000; i++) {
            session.uses(bench.after(1), 1, 0);
        }
        bench.complete(run);

        assertThat(bench.observe(run).curve())
                .hasSizeBetween(Samples.MOST / 2, Samples.MOST + 1)
                .contains(new Point(RunBench.START, 0), new Point(RunBench.START.plusSeconds(5000), 5000));
    }

    @Test
    void watching_is_no_change_that_others_must_reload_for() {
        var run = bench.start("source-1");
        var version = bench.runs().version();
        session.uses(bench.after(10), 10, 0);

        bench.observe(run);

        assertThat(bench.runs().version()).isEqualTo(version);
        bench.mark(run, "stage1");
        assertThat(bench.runs().version()).isGreaterThan(version);
    }

    @Test
    void a_run_whose_session_was_silent_for_long_is_stalled() {
        var run = bench.start("source-1");
        session.uses(bench.after(1), 1, 1);

        bench.after(RunProgress.STALL.toSeconds());
        assertThat(bench.observe(run).stalled()).isFalse();
        bench.after(1);
        assertThat(bench.observe(run).stalled()).isTrue();
        bench.complete(run);
        assertThat(bench.observe(run).stalled()).isFalse();
    }

    @Test
    void an_unknown_count_says_why_and_takes_no_sample() {
        var run = bench.start("source-1");
        session.uses(bench.after(1), 10, 0).unreadable("it is half written");

        var seen = bench.observe(run);

        assertThat(seen.sinceStart()).isEmpty();
        assertThat(seen.unknownReason()).isEqualTo("The session cannot be read: it is half written");
        assertThat(seen.costUsd()).isEmpty();
        assertThat(seen.stages()).singleElement().satisfies(part -> {
            assertThat(part.isOpen()).isTrue();
            assertThat(part.delta()).isEmpty();
            assertThat(part.notes()).isEqualTo(seen.unknownReason());
        });
        assertThat(seen.curve()).containsExactly(new Point(RunBench.START, 0));
    }

    @Test
    void parts_add_up_over_a_stage_that_could_not_be_counted() {
        var run = bench.start("source-1");
        session.uses(bench.after(1), 10, 0).unreadable("it is half written");
        bench.mark(run, "stage1");
        session.unreadable(null).uses(bench.after(1), 5, 0);
        bench.mark(run, "stage2");

        var seen = bench.observe(run);

        assertThat(seen.stages())
                .extracting(Part::delta)
                .containsExactly(Optional.empty(), Optional.of(15L), Optional.of(0L));
        assertThat(seen.stages().get(1).usage())
                .map(Usage::all)
                .map(all -> all.total())
                .contains(15L);
    }

    @Test
    void a_run_without_a_session_is_shown_too() {
        var run = bench.start("source-1", RunTool.MANUAL, Optional.empty());

        var seen = bench.observe(run);

        assertThat(seen.session()).isEmpty();
        assertThat(seen.unknownReason()).contains("manual");
        assertThat(seen.curve()).isEmpty();
    }

    @Test
    void the_curve_goes_on_over_a_fork() {
        var run = bench.start("source-1");
        session.uses(bench.after(1), 10, 0);
        bench.observe(run);
        var fork = bench.sessions.session("claude", 2).forkOf(session).uses(bench.after(1), 20, 0);
        bench.lifecycle().moveTo(run.id(), fork.key());

        assertThat(bench.observe(run).curve()).extracting(Point::tokens).containsExactly(0L, 10L, 30L);
    }

    @Test
    void the_curve_of_a_run_that_nobody_watched_has_the_calls_of_both_sessions_and_none_from_before_the_move() {
        var run = bench.start("source-1");
        var other = bench.sessions.session("claude", 2);
        session.uses(bench.after(10), 10, 0);
        bench.mark(run, "stage1");
        other.uses(bench.after(10), 7000, 0);
        session.uses(bench.after(10), 20, 0);
        bench.lifecycle().moveTo(run.id(), other.key());
        session.uses(bench.after(10), 500, 0);
        other.uses(bench.after(10), 5, 0);
        bench.mark(run, "stage2");
        bench.after(5);
        bench.complete(run);

        var seen = bench.observe(run);

        assertThat(seen.stages()).extracting(Part::delta).containsExactly(Optional.of(10L), Optional.of(25L));
        assertThat(seen.curve())
                .containsExactly(
                        new Point(RunBench.START, 0),
                        new Point(RunBench.START.plusSeconds(10), 10),
                        new Point(RunBench.START.plusSeconds(30), 30),
                        new Point(RunBench.START.plusSeconds(50), 35),
                        new Point(RunBench.START.plusSeconds(55), 35));
    }

    @Test
    void what_a_fork_did_beside_a_stage_that_was_counted_before_comes_with_its_next_call() {
        var run = bench.start("source-1");
        var fork = bench.sessions.session("claude", 2).forkOf(session);
        fork.uses(bench.after(10), 100, 0);
        session.uses(bench.after(10), 10, 0);
        fork.uses(bench.after(10), 100, 0);
        bench.mark(run, "stage1");
        bench.lifecycle().moveTo(run.id(), fork.key());
        fork.uses(bench.after(10), 5, 0);
        bench.complete(run);

        assertThat(bench.observe(run).curve())
                .containsExactly(
                        new Point(RunBench.START, 0),
                        new Point(RunBench.START.plusSeconds(20), 10),
                        new Point(RunBench.START.plusSeconds(30), 10),
                        new Point(RunBench.START.plusSeconds(40), 215));
    }
}
