package app.recount.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import app.recount.analysis.ScriptedSessions.Script;
import app.recount.problem.ProblemException;
import app.recount.session.TokenCount;
import app.recount.session.Usage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysisLifecycleTest {

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
    void a_run_starts_with_the_count_of_its_session_as_the_baseline() {
        var run = bench.start("source-1");

        assertThat(run.id()).isEqualTo("ANALYSIS-2026-001");
        assertThat(run.pass()).isEqualTo(1);
        assertThat(run.status()).isEqualTo("started");
        assertThat(run.tool()).isEqualTo("claude-code");
        assertThat(run.tokens().baseline()).isEqualTo(100);
        assertThat(run.session().provider()).isEqualTo("claude");
        assertThat(run.session().mode()).isEqualTo("per_message_sum");
        assertThat(run.session().sessionId()).isEqualTo(session.key().id());
        assertThat(run.session().chosenBy()).isEqualTo("only_session");
        assertThat(run.description().model()).isEqualTo("claude-sonnet-4-5");
        assertThat(run.times().startedAt()).isEqualTo(RunBench.START);
        assertThat(bench.runs().find(run.id())).contains(run);
    }

    @Test
    void a_source_gets_one_pass_more_with_every_run() {
        bench.start("source-1");
        bench.start("source-2");

        assertThat(bench.start("source-1").pass()).isEqualTo(2);
    }

    @Test
    void stages_and_what_follows_them_add_up_to_the_total() {
        var run = bench.start("source-1");
        session.uses(bench.after(10), 1000, 50);
        bench.mark(run, "stage1");
        session.uses(bench.after(10), 2000, 70);
        bench.mark(run, "stage2");
        session.uses(bench.after(10), 30, 3);

        var ended = bench.complete(run);

        assertThat(ended.stages()).extracting(Stage::delta).containsExactly(1050L, 2070L);
        assertThat(ended.stages()).extracting(Stage::cumulative).containsExactly(1150L, 3220L);
        assertThat(ended.stages()).extracting(Stage::tokensIn).containsExactly(1000L, 2000L);
        assertThat(ended.stages()).extracting(Stage::tokensOut).containsExactly(50L, 70L);
        assertThat(ended.tokens().check()).isEqualTo(1050 + 2070 + 33);
        assertThat(ended.tokens().last()).isEqualTo(3253);
        assertThat(ended.tokens().in()).isEqualTo(3030);
        assertThat(ended.tokens().out()).isEqualTo(123);
        assertThat(ended.tokens().total()).isEqualTo(3153);
        assertThat(ended.times().durationSeconds()).isEqualTo(30);
        assertThat(bench.runs().find(run.id())).contains(ended);
    }

    @Test
    void every_snapshot_keeps_the_whole_split_the_fingerprint_and_the_time() {
        var run = bench.start("source-1");
        session.uses(bench.after(10), "claude-opus-4-5", true, new TokenCount(1, 2, 3, 4, 5, 1, 1));

        var stage = bench.mark(run, "stage1").stages().getFirst();

        var snapshot = Objects.requireNonNull(stage.snapshot());
        assertThat(snapshot.usage()).isEqualTo(Usage.of(bench.sessions.calls(session.key())));
        assertThat(snapshot.fingerprint()).isEqualTo("print-2");
        assertThat(snapshot.at()).isEqualTo(RunBench.START.plusSeconds(10));
        assertThat(stage.delta()).isEqualTo(15);
    }

    @Test
    void the_cost_is_exact_over_all_kinds_and_models() {
        var run = bench.start("source-1");
        session.uses(bench.after(1), "claude-sonnet-4-5-20250929", false, new TokenCount(1, 10, 100, 1000, 7, 2, 1));
        session.uses(bench.after(1), "claude-opus-4-5", true, new TokenCount(3, 0, 0, 0, 5, 0, 1));

        // sonnet 1×3 + 10×0.30 + 100×3.75 + 1000×6 + 7×15, opus 3×5 + 5×25, per million
        assertThat(bench.complete(run).tokens().costUsd()).isEqualTo(new BigDecimal("0.006626"));
    }

    @Test
    void a_model_without_a_price_gives_no_cost() {
        var run = bench.start("source-1");
        session.uses(bench.after(1), "claude-sonnet-4-5", false, new TokenCount(1, 0, 0, 0, 0, 0, 1));
        session.uses(bench.after(1), "somebody-elses", false, new TokenCount(1, 0, 0, 0, 0, 0, 1));

        var ended = bench.complete(run);

        assertThat(ended.tokens().costUsd()).isNull();
        assertThat(ended.tokens().check()).isEqualTo(2);
    }

    @Test
    void a_session_that_cannot_be_read_leaves_the_stage_unknown_and_the_next_one_counts_for_both() {
        var run = bench.start("source-1");
        session.uses(bench.after(1), 10, 1);
        bench.mark(run, "stage1");
        session.uses(bench.after(1), 20, 2).unreadable("it is half written");
        bench.mark(run, "stage2");
        session.uses(bench.after(1), 30, 3).unreadable(null);
        bench.mark(run, "stage3");

        var ended = bench.complete(run);

        assertThat(ended.stages()).extracting(Stage::delta).containsExactly(11L, null, 55L);
        assertThat(Objects.requireNonNull(ended.stages().get(1).snapshot()).unknownReason())
                .isEqualTo("The session cannot be read: it is half written");
        assertThat(ended.stages().get(2).notes()).isEqualTo("includes “stage2”, which could not be counted");
        assertThat(ended.tokens().check()).isEqualTo(66);
    }

    @Test
    void a_session_that_shrank_is_unknown_once_and_the_total_stays_unknown() {
        var run = bench.start("source-1");
        session.uses(bench.after(1), 10, 1).uses(bench.after(1), 5, 5);
        bench.mark(run, "stage1");
        session.forgets(1);
        bench.mark(run, "stage2");
        session.uses(bench.after(1), 30, 3);
        bench.mark(run, "stage3");

        var ended = bench.complete(run);

        assertThat(ended.stages()).extracting(Stage::delta).containsExactly(21L, null, 33L);
        assertThat(ended.stages()).extracting(Stage::cumulative).containsExactly(121L, 111L, 144L);
        assertThat(ended.tokens().check()).isNull();
        assertThat(ended.tokens().total()).isNull();
        assertThat(ended.session().unknownReason()).contains("holds less than before");
    }

    @Test
    void an_answer_that_is_marked_while_it_is_written_may_yet_turn_out_to_be_of_another_kind() {
        var run = bench.start("source-1");
        session.uses(bench.after(1), "claude-sonnet-4-5", true, new TokenCount(3, 0, 500, 0, 1, 0, 1));
        bench.mark(run, "stage1");
        session.forgets(1).uses(bench.after(1), "claude-sonnet-4-5", false, new TokenCount(3, 0, 0, 500, 40, 0, 1));
        bench.mark(run, "stage2");

        var ended = bench.complete(run);

        assertThat(ended.stages()).extracting(Stage::delta).containsExactly(504L, 39L);
        assertThat(ended.stages()).extracting(Stage::tokensIn).containsExactly(503L, 0L);
        assertThat(ended.tokens().check()).isEqualTo(543);
        assertThat(ended.tokens().costUsd()).isEqualTo(new BigDecimal("0.003609")); // 3×3 + 500×6 + 40×15
    }

    @Test
    void a_session_whose_log_is_gone_is_unknown_and_says_why() {
        var run = bench.start("source-1");
        session.uses(bench.after(1), 10, 1);
        bench.mark(run, "stage1");
        session.gone();

        var ended = bench.complete(run);

        assertThat(ended.tokens().check()).isNull();
        assertThat(ended.tokens().last()).isNull();
        assertThat(ended.session().unknownReason()).isEqualTo("The session’s log was deleted.");
        assertThat(ended.stages()).extracting(Stage::delta).containsExactly(11L);
    }

    @Test
    void a_session_that_nobody_knows_any_more_is_unknown() {
        var run = bench.start("source-1");
        session.vanished();

        assertThat(bench.mark(run, "stage1").stages().getFirst().delta()).isNull();
    }

    @Test
    void a_run_that_starts_while_its_session_cannot_be_read_counts_its_later_stages() {
        session.unreadable("it is half written");
        var run = bench.start("source-1");
        session.unreadable(null).uses(bench.after(1), 10, 1);
        bench.mark(run, "stage1");
        session.uses(bench.after(1), 20, 2);
        bench.mark(run, "stage2");

        var ended = bench.complete(run);

        assertThat(run.tokens().baseline()).isNull();
        assertThat(run.session().unknownReason()).contains("half written");
        assertThat(ended.stages()).extracting(Stage::delta).containsExactly(null, 22L);
        assertThat(ended.tokens().check()).isNull();
        assertThat(ended.session().unknownReason())
                .isEqualTo("The count at the start is not known: The session cannot be read: it is half written");
    }

    @Test
    void an_agent_without_any_session_starts_with_unknown_counts() {
        var run = bench.start("source-1", RunTool.CODEX, Optional.empty());

        assertThat(run.tokens().baseline()).isNull();
        assertThat(run.session().sessionId()).isNull();
        assertThat(run.session().mode()).isNull();
        assertThat(run.session().unknownReason()).isEqualTo("No session of codex was found.");
        assertThat(bench.complete(run).session().unknownReason()).isEqualTo("No session of codex was found.");
    }

    @Test
    void manual_work_looks_for_no_session_and_takes_a_count_that_is_given() {
        var run = bench.start("source-1", RunTool.MANUAL, Optional.empty());
        var ended = bench.complete(run, Optional.of(5000L));

        assertThat(run.session().sessionId()).isNull();
        assertThat(ended.tokens().last()).isEqualTo(5000);
        assertThat(ended.tokens().check()).isNull();
        assertThat(ended.session().mode()).isEqualTo("manual");
    }

    @Test
    void a_final_count_that_is_given_wins_over_the_session() {
        var run = bench.start("source-1");

        var ended = bench.complete(run, Optional.of(350L));

        assertThat(ended.tokens().check()).isEqualTo(250);
        assertThat(ended.tokens().in()).isNull();
        assertThat(ended.tokens().costUsd()).isNull();
        assertThat(ended.session().mode()).isEqualTo("manual");
    }

    @Test
    void a_final_count_below_the_baseline_is_refused() {
        var run = bench.start("source-1");

        assertProblem("TOKENS_FINAL_INVALID", () -> bench.complete(run, Optional.of(99L)));
        assertThat(bench.runs().find(run.id())).contains(run);
    }

    /** As an import can bring one. */
    @Test
    void a_final_count_too_far_above_a_baseline_below_zero_is_refused() {
        var entered = EnteredRun.of("source-1", RunTool.MANUAL).used(null, null, -2L, null);
        var run = bench.lifecycle()
                .reopen(bench.analyses.entries().add(entered.request()).id());

        assertProblem("TOKENS_TOO_MANY", () -> bench.complete(run, Optional.of(Long.MAX_VALUE - 1)));
        assertThat(bench.runs().find(run.id())).contains(run);
        assertThat(bench.complete(run, Optional.of(Long.MAX_VALUE - 2)).tokens().check())
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void several_sessions_are_named_and_none_is_guessed() {
        bench.sessions.session("claude", 2).uses(RunBench.START, 1, 1);

        assertThatThrownBy(() -> bench.start("source-1"))
                .asInstanceOf(type(AmbiguousSessionException.class))
                .satisfies(e -> {
                    assertThat(e.problem().code()).isEqualTo("SESSION_AMBIGUOUS");
                    assertThat(e.problem().actions()).hasSize(2);
                    assertThat(e.candidates()).hasSize(2);
                });
        assertThat(bench.runs().list(AnalysisStore.RunFilter.ALL, 0)).isEmpty();
    }

    @Test
    void an_ended_run_takes_no_mark_and_no_second_end() {
        var run = bench.start("source-1");
        bench.complete(run);

        assertProblem("RUN_NOT_OPEN", () -> bench.mark(run, "stage1"));
        assertProblem("RUN_NOT_OPEN", () -> bench.complete(run));
        assertProblem("RUN_NOT_FOUND", () -> bench.lifecycle().mark("ANALYSIS-2026-999", "stage1", Optional.empty()));
        assertProblem("STAGE_NAME_INVALID", () -> bench.mark(run, "  "));
    }

    @Test
    void a_run_can_fail_and_keeps_its_counts() {
        var run = bench.start("source-1");
        session.uses(bench.after(1), 10, 1);

        var failed = bench.lifecycle()
                .complete(new CompleteRequest(
                        run.id(),
                        RunStatus.FAILED,
                        Optional.empty(),
                        Optional.of(List.of("C-1")),
                        Optional.of(List.of("C-2")),
                        Optional.of("analysis.md"),
                        Optional.of(List.of("source-2")),
                        Optional.of(List.of("ANALYSIS-2026-009")),
                        Optional.of("it broke"),
                        false));

        assertThat(failed.status()).isEqualTo("failed");
        assertThat(failed.tokens().check()).isEqualTo(11);
        assertThat(failed.tokens().costUsd()).isNull();
        assertThat(failed.claims().extracted()).containsExactly("C-1");
        assertThat(failed.inputs().analysisIds()).containsExactly("ANALYSIS-2026-009");
        assertThat(failed.description().notes()).isEqualTo("it broke");
        assertThat(bench.runs().find(run.id())).contains(failed);
    }

    @Test
    void what_is_not_said_at_a_second_end_stays_and_what_is_said_to_be_nothing_goes() {
        var run = bench.start("source-1");
        bench.lifecycle()
                .complete(new CompleteRequest(
                        run.id(),
                        RunStatus.COMPLETED,
                        Optional.empty(),
                        Optional.of(List.of("C-1")),
                        Optional.of(List.of("C-2")),
                        Optional.of("analysis.md"),
                        Optional.of(List.of("My paper")),
                        Optional.of(List.of("ANALYSIS-2026-009")),
                        Optional.of("wrong"),
                        false));

        bench.lifecycle().reopen(run.id());
        var ended = bench.lifecycle()
                .complete(new CompleteRequest(
                        run.id(),
                        RunStatus.COMPLETED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(List.of()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(List.of()),
                        Optional.of(""),
                        false));

        assertThat(ended.claims()).isEqualTo(new AnalysisRun.Claims(List.of("C-1"), List.of()));
        assertThat(ended.inputs()).isEqualTo(new AnalysisRun.Inputs(List.of("My paper"), List.of()));
        assertThat(ended.description().analysisFile()).isEqualTo("analysis.md");
        assertThat(ended.description().notes()).isNull();
        assertThat(bench.runs().find(run.id())).contains(ended);
    }

    @Test
    void a_run_that_is_opened_again_goes_on_where_it_was() {
        var run = bench.start("source-1");
        session.uses(bench.after(1), 10, 1);
        bench.mark(run, "stage1");
        bench.complete(run);

        var reopened = bench.lifecycle().reopen(run.id());
        session.uses(bench.after(1), 20, 2);
        bench.mark(run, "stage2");
        var ended = bench.complete(run);

        assertThat(reopened.isOpen()).isTrue();
        assertThat(reopened.tokens().last()).isNull();
        assertThat(reopened.times().completedAt()).isNull();
        assertThat(ended.stages()).extracting(Stage::delta).containsExactly(11L, 22L);
        assertThat(ended.tokens().check()).isEqualTo(33);
        assertProblem(
                "RUN_NOT_ENDED",
                () -> bench.lifecycle().reopen(bench.start("source-2").id()));
    }

    @Test
    void a_clock_that_was_set_back_gives_no_negative_duration() {
        var run = bench.start("source-1");
        bench.clock.back(Duration.ofHours(1));

        assertThat(bench.complete(run).times().durationSeconds()).isNull();
    }

    @Test
    void a_mark_of_somebody_else_in_between_makes_it_look_again() {
        var run = bench.start("source-1");
        var other = bench.lifecycle();
        session.whenLookedAt(() -> {
            session.whenLookedAt(() -> {});
            session.uses(bench.after(1), 10, 1);
            other.mark(run.id(), "theirs", Optional.empty());
            session.uses(bench.after(1), 20, 2);
        });

        var marked = bench.mark(run, "ours");

        assertThat(marked.stages()).extracting(Stage::name).containsExactly("theirs", "ours");
        assertThat(marked.stages()).extracting(Stage::delta).containsExactly(11L, 22L);
    }

    @Test
    void a_fork_is_taken_over_with_its_own_calls_and_the_deltas_stay() {
        var run = bench.start("source-1");
        session.uses(bench.after(1), 10, 1);
        bench.mark(run, "stage1");
        session.uses(bench.after(1), 1, 0);
        var fork = bench.sessions.session("claude", 2).forkOf(session);
        fork.uses(bench.after(1), 20, 2);
        assertThat(bench.observe(run).forks()).extracting(each -> each.key()).containsExactly(fork.key());

        var moved = bench.lifecycle().moveTo(run.id(), fork.key());
        fork.uses(bench.after(1), 300, 3);
        bench.mark(run, "stage2");
        fork.uses(bench.after(1), 4, 0);
        session.uses(bench.after(1), 9999, 1);
        var ended = bench.complete(run);

        assertThat(moved.session().sessionId()).isEqualTo(fork.key().id());
        assertThat(ended.stages()).extracting(Stage::delta).containsExactly(11L, 1L + 22 + 303);
        assertThat(ended.tokens().check()).isEqualTo(11 + 326 + 4);
        assertThat(ended.tokens().last()).isEqualTo(100 + 341);
        assertThat(bench.runs().stored(run.id()).orElseThrow().moves())
                .singleElement()
                .satisfies(move -> {
                    assertThat(move.carried().all().total()).isEqualTo(112);
                    assertThat(move.base()).isEqualTo(Usage.NONE);
                    assertThat(move.gap()).isNull();
                });
    }

    @Test
    void of_another_session_only_what_follows_the_move_counts() {
        var run = bench.start("source-1");
        var other = bench.sessions.session("claude", 2).uses(bench.after(1), 7000, 0);

        bench.lifecycle().moveTo(run.id(), other.key());
        other.uses(bench.after(1), 5, 5);

        assertThat(bench.complete(run).tokens().check()).isEqualTo(10);
    }

    @Test
    void a_move_away_from_a_session_that_is_gone_leaves_a_gap_and_later_stages_are_exact() {
        var run = bench.start("source-1");
        session.uses(bench.after(1), 10, 1);
        bench.mark(run, "stage1");
        session.gone();
        var fork = bench.sessions.session("claude", 2).forkOf(session).uses(bench.after(1), 20, 2);
        bench.lifecycle().moveTo(run.id(), fork.key());
        bench.mark(run, "stage2");
        fork.uses(bench.after(1), 30, 3);
        bench.mark(run, "stage3");

        var ended = bench.complete(run);

        assertThat(ended.stages()).extracting(Stage::delta).containsExactly(11L, null, 33L);
        assertThat(ended.tokens().check()).isNull();
        assertThat(ended.session().unknownReason())
                .isEqualTo("The session before could not be counted to its end: The session’s log was deleted.");
    }

    @Test
    void a_run_without_a_baseline_gets_one_from_the_calls_before_its_start() {
        bench.clock.now = RunBench.START;
        var run = bench.start("source-1", RunTool.CODEX, Optional.empty());
        var late = bench.sessions.session("codex", 5);
        late.uses(RunBench.START.minusSeconds(5), 40, 2).uses(bench.after(5), 10, 1);

        bench.lifecycle().moveTo(run.id(), late.key());
        var ended = bench.complete(run);

        assertThat(ended.tokens().baseline()).isEqualTo(42);
        assertThat(ended.tokens().check()).isEqualTo(11);
        assertThat(ended.session().mode()).isEqualTo("counter_delta");
    }

    @Test
    void a_run_does_not_move_to_a_session_that_cannot_be_counted_or_belongs_to_another_tool() {
        var run = bench.start("source-1");
        var broken = bench.sessions.session("claude", 2).unreadable("it is half written");
        var foreign = bench.sessions.session("codex", 3).uses(RunBench.START, 1, 1);

        assertProblem("SESSION_NOT_USABLE", () -> bench.lifecycle().moveTo(run.id(), broken.key()));
        assertProblem("SESSION_NOT_USABLE", () -> bench.lifecycle().moveTo(run.id(), foreign.key()));
        assertThat(bench.runs().find(run.id())).contains(run);
    }

    private static void assertProblem(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(type(ProblemException.class))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo(code));
    }

    @Test
    void a_session_with_more_tokens_than_can_be_counted_leaves_the_stage_unknown() {
        var run = bench.start("source-1");
        session.uses(bench.after(1), Long.MAX_VALUE, 7);

        var stage = bench.mark(run, "stage1").stages().getFirst();

        assertThat(stage.delta()).isNull();
        assertThat(Objects.requireNonNull(stage.snapshot()).unknownReason())
                .isEqualTo("The session holds more tokens than can be counted.");
    }
}
