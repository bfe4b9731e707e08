package app.recount.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.AnalysisRun.Times;
import app.recount.analysis.AnalysisRun.Tokens;
import app.recount.analysis.ScriptedSessions.Script;
import app.recount.analysis.UsageBackfill.Entry;
import app.recount.analysis.UsageBackfill.Plan;
import app.recount.analysis.UsageBackfill.Request;
import app.recount.session.TokenCount;
import app.recount.text.Texts;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageBackfillTest {

    private static final Instant FROM = Instant.parse("2026-05-20T10:00:00Z");
    private static final Instant TO = Instant.parse("2026-05-20T11:00:00Z");

    @TempDir
    Path folder;

    @AutoClose
    private RunBench bench;

    private Script session;

    @BeforeEach
    void begin_with_a_session_that_has_calls_around_and_in_the_hour() {
        bench = new RunBench(folder);
        session = bench.sessions
                .session("claude", 1)
                .uses(FROM.minusMillis(1), 1, 0)
                .uses(FROM, 10, 0)
                .uses(FROM.plusSeconds(60), 100, 50)
                .uses(TO, 1000, 0)
                .uses(TO.plusMillis(1), 10_000, 0);
    }

    @Test
    void a_run_gets_exactly_the_calls_from_its_start_to_its_end() {
        var run = past("source-1", FROM, TO);

        var plan = plan(false);

        assertThat(plan.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.run()).isEqualTo(run);
            assertThat(entry.session()).isEqualTo(session.key().id());
            assertThat(new Texts().say(entry.reason()))
                    .isEqualTo("It is the only session of claude-code with calls in this time.");
            assertThat(entry.changes())
                    .containsExactly(
                            new FieldChange("tokens_in", null, "1110"),
                            new FieldChange("tokens_out", null, "50"),
                            new FieldChange("total_tokens", null, "1160"),
                            new FieldChange("cost_usd", null, "0.00408"),
                            new FieldChange("usage_mode", null, "windowed_sum"),
                            new FieldChange(
                                    "usage_session_id", null, session.key().id()));
        });
        assertThat(bench.runs().find(run.id())).contains(run);
    }

    @Test
    void more_tokens_than_can_be_counted_are_no_number_to_fill_in() {
        past("source-1", FROM, TO);
        session.uses(FROM, Long.MAX_VALUE, 0);

        assertThat(plan(false).entries()).singleElement().satisfies(entry -> {
            assertThat(entry.changes()).isEmpty();
            assertThat(new Texts().say(entry.reason())).isEqualTo("The session holds more tokens than can be counted.");
        });
    }

    @Test
    void what_was_planned_is_stored_and_done_twice_changes_nothing() {
        var run = past("source-1", FROM, TO);

        var applied = bench.analyses.backfill().apply(plan(false));

        var after = bench.runs().find(run.id()).orElseThrow();
        assertThat(applied.entries()).extracting(Entry::run).containsExactly(after);
        assertThat(after.tokens())
                .isEqualTo(new Tokens(1110L, 50L, 1160L, null, null, null, new BigDecimal("0.00408")));
        assertThat(after.session().mode()).isEqualTo("windowed_sum");
        assertThat(after.session().provider()).isEqualTo("claude");
        assertThat(plan(false).entries()).isEmpty();
        assertThat(plan(true).entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.changes()).isEmpty());
    }

    @Test
    void a_run_that_was_changed_meanwhile_is_left_alone() {
        var run = past("source-1", FROM, TO);
        var plan = plan(false);
        bench.lifecycle().reopen(run.id());

        var applied = bench.analyses.backfill().apply(plan);

        assertThat(applied.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.changes()).isEmpty();
            assertThat(new Texts().say(entry.reason())).contains("changed meanwhile");
        });
        assertThat(bench.runs().find(run.id()).orElseThrow().tokens().total()).isNull();
    }

    @Test
    void runs_without_both_times_are_skipped_and_counted() {
        bench.analyses
                .entries()
                .add(EnteredRun.of("source-1", RunTool.CLAUDE_CODE).request());
        bench.start("source-2", RunTool.CLAUDE_CODE, Optional.empty());

        var plan = plan(false);

        assertThat(plan.entries()).isEmpty();
        assertThat(plan.skipped()).isEqualTo(2);
    }

    @Test
    void the_runs_own_session_is_taken_even_if_others_have_calls_in_this_time() {
        bench.sessions.session("claude", 2).uses(FROM.plusSeconds(1), 99_999, 0);
        past("source-1", FROM, TO, Optional.of(session.key().id()));

        assertThat(plan(false).entries()).singleElement().satisfies(entry -> {
            assertThat(entry.session()).isEqualTo(session.key().id());
            assertThat(new Texts().say(entry.reason())).isEqualTo("It is the run’s own session.");
        });
    }

    @Test
    void of_several_sessions_that_of_the_runs_folder_is_taken_never_the_largest() {
        bench.sessions.session("claude", 2).in("/elsewhere").uses(FROM.plusSeconds(1), 99_999, 0);
        session.in(bench.home.folder().toString());
        var run = bench.start("source-1", RunTool.CLAUDE_CODE, Optional.of(session.session()));
        bench.runs()
                .replace(
                        bench.runs().require(run.id()),
                        run.withStatus(RunStatus.COMPLETED)
                                .withTimes(new AnalysisRun.Times(FROM, TO, null, FROM))
                                .withSession(new AnalysisRun.SessionLink(
                                        "claude", null, null, run.session().folder(), null, null, null, null)));

        assertThat(plan(false).entries()).singleElement().satisfies(entry -> {
            assertThat(entry.session()).isEqualTo(session.key().id());
            assertThat(new Texts().say(entry.reason())).contains("the only one of the run’s folder");
        });
    }

    @Test
    void sessions_of_the_observer_are_nobodys() {
        bench.sessions.session("claude", 2).in("/observer").uses(FROM.plusSeconds(1), 99_999, 0);
        past("source-1", FROM, TO);

        assertThat(plan(false).entries())
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.session()).isEqualTo(session.key().id()));
    }

    @Test
    void several_sessions_are_named_and_none_is_taken() {
        var other = bench.sessions.session("claude", 2).in("/code/place").uses(FROM.plusSeconds(1), 99_999, 0);
        past("source-1", FROM, TO);

        assertThat(plan(false).entries()).singleElement().satisfies(entry -> {
            assertThat(entry.session()).isNull();
            assertThat(entry.changes()).isEmpty();
            assertThat(new Texts().say(entry.reason()))
                    .contains(session.key().id())
                    .contains(other.key().id() + " (place)");
        });
    }

    @Test
    void a_time_without_calls_gives_no_zero() {
        past("source-1", TO.plusSeconds(60), TO.plusSeconds(120));
        past(
                "source-2",
                TO.plusSeconds(60),
                TO.plusSeconds(120),
                Optional.of(session.key().id()));

        assertThat(plan(false).entries()).extracting(Entry::changes).containsExactly(List.of(), List.of());
    }

    @Test
    void numbers_that_disagree_stay_unless_forced() {
        var run = past("source-1", FROM, TO);
        bench.runs()
                .replace(
                        bench.runs().require(run.id()),
                        run.withTokens(new Tokens(null, null, 2000L, null, null, null, null)));

        assertThat(plan(false).entries()).singleElement().satisfies(entry -> {
            assertThat(entry.changes()).isEmpty();
            assertThat(new Texts().say(entry.reason())).contains("1160").contains("only force");
        });
        assertThat(plan(true).entries())
                .singleElement()
                .satisfies(
                        entry -> assertThat(entry.changes()).contains(new FieldChange("total_tokens", "2000", "1160")));
    }

    @Test
    void forced_numbers_leave_no_old_ones_beside_them() {
        session.uses(FROM.plusSeconds(90), "a model without a price", false, new TokenCount(1, 0, 0, 0, 0, 0, 1));
        var run = past("source-1", FROM, TO);
        bench.runs()
                .replace(
                        bench.runs().require(run.id()),
                        run.withTokens(new Tokens(90L, 10L, 100L, 0L, 100L, 100L, new BigDecimal("5"))));

        var changed = bench.analyses.backfill().apply(plan(true)).entries().getFirst();

        assertThat(changed.run().tokens()).isEqualTo(new Tokens(1111L, 50L, 1161L, null, null, null, null));
        assertThat(changed.changes())
                .contains(new FieldChange("tokens_check", "100", null), new FieldChange("cost_usd", "5", null));
        assertThat(changed.run().ownTokens()).contains(1161L);
        assertThat(plan(true).entries().getFirst().changes()).isEmpty();
    }

    @Test
    void the_last_day_is_included() {
        var run = past("source-1", FROM, TO);

        assertThat(runsOf(new Request(
                        Optional.empty(), Optional.empty(), Optional.of(LocalDate.parse("2026-05-20")), 0, false)))
                .containsExactly(run.id());
        assertThat(runsOf(new Request(
                        Optional.empty(), Optional.empty(), Optional.of(LocalDate.parse("2026-05-19")), 0, false)))
                .isEmpty();
        assertThat(runsOf(new Request(Optional.empty(), Optional.of(FROM), Optional.empty(), 0, false)))
                .containsExactly(run.id());
        assertThat(runsOf(new Request(Optional.empty(), Optional.of(FROM.plusMillis(1)), Optional.empty(), 0, false)))
                .isEmpty();
        assertThat(runsOf(new Request(Optional.of("codex"), Optional.empty(), Optional.empty(), 0, false)))
                .isEmpty();
    }

    @Test
    void the_first_and_the_last_day_that_there_are_take_all_runs_between() {
        var run = past("source-1", FROM, TO);
        var first = LocalDate.MIN.atStartOfDay(ZoneOffset.UTC).toInstant();

        assertThat(runsOf(new Request(Optional.empty(), Optional.of(first), Optional.of(LocalDate.MAX), 0, false)))
                .containsExactly(run.id());
        assertThat(runsOf(new Request(Optional.empty(), Optional.empty(), Optional.of(LocalDate.MIN), 0, false)))
                .isEmpty();
    }

    @Test
    void a_limit_counts_the_runs_that_can_be_filled() {
        var oldest = past("source-1", FROM, TO);
        bench.after(1);
        var fillable = past("source-2", FROM, TO);
        bench.after(1);
        var backwards = imported(past("source-3", FROM, TO), TO, FROM);
        var one = new Request(Optional.empty(), Optional.empty(), Optional.empty(), 1, false);

        assertThat(runsOf(one)).containsExactly(backwards.id(), fillable.id());

        bench.analyses.backfill().apply(bench.analyses.backfill().plan(one));

        assertThat(runsOf(one)).containsExactly(backwards.id(), oldest.id());
    }

    /** With times that nobody could enter by hand. */
    private AnalysisRun imported(AnalysisRun run, Instant from, Instant to) {
        var times = new Times(from, to, null, run.times().createdAt());
        return bench.runs()
                .replace(bench.runs().require(run.id()), run.withTimes(times))
                .orElseThrow();
    }

    @Test
    void a_limit_takes_the_newest() {
        past("source-1", FROM, TO);
        bench.after(1);
        var newest = past("source-2", FROM, TO);

        assertThat(runsOf(new Request(Optional.empty(), Optional.empty(), Optional.empty(), 1, false)))
                .containsExactly(newest.id());
    }

    @Test
    void a_synthesis_knows_its_end_to_end_total_once_its_inputs_are_filled_in() {
        var input = past("source-1", FROM, TO);
        var synthesis = bench.analyses
                .entries()
                .add(EnteredRun.of("source-2", RunTool.MANUAL)
                        .madeOf(input.id(), input.id())
                        .used(30L, 10L)
                        .request());
        assertThat(endToEnd(synthesis).total()).isEmpty();
        assertThat(endToEnd(synthesis).unknown()).containsExactly(input.id());

        bench.analyses.backfill().apply(plan(false));

        assertThat(endToEnd(synthesis).total()).contains(1160L + 40);
        assertThat(endToEnd(synthesis).own()).contains(40L);
        assertThat(endToEnd(synthesis).unknown()).isEmpty();
        assertThat(endToEnd(synthesis).inputs())
                .containsExactly(new EndToEnd.Input(
                        input.id(), true, Optional.of(1160L), Optional.of(new BigDecimal("0.00408"))));
    }

    @Test
    void an_input_that_does_not_exist_leaves_the_total_unknown() {
        var synthesis = bench.analyses
                .entries()
                .add(EnteredRun.of("source-2", RunTool.MANUAL)
                        .madeOf("ANALYSIS-2020-001")
                        .used(30L, 10L)
                        .request());

        assertThat(endToEnd(synthesis).total()).isEmpty();
        assertThat(endToEnd(synthesis).inputs())
                .extracting(EndToEnd.Input::exists)
                .containsExactly(false);
        assertThat(bench.runs().endToEnd("ANALYSIS-2020-001")).isEmpty();
    }

    @Test
    void a_total_that_is_too_large_to_count_is_not_told() {
        var input = bench.analyses
                .entries()
                .add(EnteredRun.of("source-1", RunTool.MANUAL)
                        .used(Long.MAX_VALUE, 0L)
                        .request());
        var synthesis = bench.analyses
                .entries()
                .add(EnteredRun.of("source-2", RunTool.MANUAL)
                        .madeOf(input.id())
                        .used(1L, 0L)
                        .request());

        assertThat(endToEnd(synthesis).total()).isEmpty();
    }

    private EndToEnd endToEnd(AnalysisRun run) {
        return bench.runs().endToEnd(run.id()).orElseThrow();
    }

    private List<String> runsOf(Request request) {
        return bench.analyses.backfill().plan(request).entries().stream()
                .map(entry -> entry.run().id())
                .toList();
    }

    private Plan plan(boolean force) {
        return bench.analyses
                .backfill()
                .plan(new Request(Optional.empty(), Optional.empty(), Optional.empty(), 0, force));
    }

    private AnalysisRun past(String source, Instant from, Instant to) {
        return past(source, from, to, Optional.empty());
    }

    private AnalysisRun past(String source, Instant from, Instant to, Optional<String> session) {
        return bench.analyses
                .entries()
                .add(EnteredRun.of(source, RunTool.CLAUDE_CODE)
                        .from(from)
                        .to(to)
                        .in(session)
                        .request());
    }
}
