package app.recount.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recount.analysis.AddRequest.UsageFrom;
import app.recount.analysis.AnalysisRun.Tokens;
import app.recount.analysis.ScriptedSessions.Script;
import app.recount.problem.ProblemException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManualEntryTest {

    private static final Instant FROM = Instant.parse("2025-05-20T10:00:00Z");

    @TempDir
    Path folder;

    @AutoClose
    private RunBench bench;

    private Script session;

    @BeforeEach
    void begin_with_a_session() {
        bench = new RunBench(folder);
        session = bench.sessions
                .session("claude", 1)
                .uses(FROM, 10, 0)
                .uses(FROM.plusSeconds(60), 100, 50)
                .uses(FROM.plusSeconds(120), 1000, 0);
    }

    @Test
    void the_least_is_a_source_and_a_tool() {
        var run = add(EnteredRun.of("source-1", RunTool.OTHER));

        assertThat(run.id()).isEqualTo("ANALYSIS-2026-001");
        assertThat(run.pass()).isEqualTo(1);
        assertThat(run.status()).isEqualTo("completed");
        assertThat(run.tokens()).isEqualTo(Tokens.UNKNOWN);
        assertThat(run.session().provider()).isEqualTo("other");
        assertThat(run.session().mode()).isNull();
        assertThat(bench.runs().find(run.id())).contains(run);
    }

    @Test
    void the_year_of_the_id_is_that_of_the_start_and_the_duration_follows_from_the_times() {
        var run = add(EnteredRun.of("source-1", RunTool.MANUAL).from(FROM).to(FROM.plusSeconds(90)));

        assertThat(run.id()).isEqualTo("ANALYSIS-2025-001");
        assertThat(run.times().durationSeconds()).isEqualTo(90);
    }

    @Test
    void total_and_check_follow_from_what_is_given() {
        var run = add(EnteredRun.of("source-1", RunTool.MANUAL).used(30L, 10L, 100L, 160L));

        assertThat(run.tokens()).isEqualTo(new Tokens(30L, 10L, 40L, 100L, 160L, 60L, null));
        assertThat(run.session().mode()).isEqualTo("manual");
    }

    @Test
    void the_usage_of_a_whole_log_is_taken_with_its_cost() {
        var run = add(EnteredRun.of("source-1", RunTool.CLAUDE_CODE)
                .counting(log(Optional.empty(), Optional.empty()))
                .estimated());

        assertThat(run.tokens()).isEqualTo(new Tokens(1110L, 50L, 1160L, null, null, null, new BigDecimal("0.00408")));
        assertThat(run.session().mode()).isEqualTo("per_message_sum");
        assertThat(run.session().sessionId()).isEqualTo(session.key().id());
    }

    @Test
    void counted_usage_is_called_counted_whatever_the_run_s_tool() {
        var run = add(EnteredRun.of("source-1", RunTool.OTHER).counting(log(Optional.empty(), Optional.empty())));

        assertThat(run.tokens().total()).isEqualTo(1160);
        assertThat(run.session().mode()).isEqualTo("per_message_sum");
    }

    @Test
    void the_usage_of_a_window_is_taken_with_both_its_ends() {
        var run = add(EnteredRun.of("source-1", RunTool.CLAUDE_CODE)
                .counting(log(Optional.of(FROM), Optional.of(FROM.plusSeconds(60)))));

        assertThat(run.tokens().total()).isEqualTo(160);
        assertThat(run.tokens().costUsd()).isNull();
        assertThat(run.session().mode()).isEqualTo("windowed_sum");
    }

    @Test
    void a_window_may_be_open_at_one_end() {
        assertThat(add(EnteredRun.of("source-1", RunTool.CLAUDE_CODE)
                                .counting(log(Optional.of(FROM.plusSeconds(1)), Optional.empty())))
                        .tokens()
                        .total())
                .isEqualTo(1150);
    }

    @Test
    void explicit_prices_win_over_the_table() {
        var run = add(EnteredRun.of("source-1", RunTool.CLAUDE_CODE)
                .used(1_000_000L, 500_000L)
                .priced("2.5", "10"));

        assertThat(run.tokens().costUsd()).isEqualTo(new BigDecimal("7.50"));
    }

    @Test
    void numbers_without_a_split_have_no_cost_by_the_table() {
        var run = add(EnteredRun.of("source-1", RunTool.CLAUDE_CODE)
                .counting(log(Optional.empty(), Optional.empty()))
                .estimated()
                .used(5L, 5L));

        assertThat(run.tokens().costUsd()).isNull();
        assertThat(run.tokens().total()).isEqualTo(10);
    }

    @Test
    void what_cannot_be_is_refused() {
        assertProblem("SOURCE_ID_INVALID", EnteredRun.of(" ", RunTool.MANUAL));
        assertProblem("TOKENS_FINAL_INVALID", EnteredRun.of("s", RunTool.MANUAL).used(null, null, 10L, 9L));
        assertProblem(
                "WINDOW_INVALID", EnteredRun.of("s", RunTool.MANUAL).from(FROM).to(FROM.minusSeconds(1)));
        assertProblem(
                "WINDOW_INVALID",
                EnteredRun.of("s", RunTool.MANUAL).counting(log(Optional.of(FROM.plusSeconds(1)), Optional.of(FROM))));
        assertProblem(
                "PROVIDER_UNKNOWN",
                EnteredRun.of("s", RunTool.MANUAL)
                        .counting(new UsageFrom("cursor", Path.of("log"), Optional.empty(), Optional.empty())));
        session.unreadable("it is half written");
        assertProblem(
                "USAGE_UNKNOWN", EnteredRun.of("s", RunTool.MANUAL).counting(log(Optional.empty(), Optional.empty())));
    }

    private void assertProblem(String code, EnteredRun entry) {
        assertThatThrownBy(() -> add(entry))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }

    private AnalysisRun add(EnteredRun entry) {
        return bench.analyses.entries().add(entry.request());
    }

    private static UsageFrom log(Optional<Instant> from, Optional<Instant> to) {
        return new UsageFrom("claude", Path.of("log.jsonl"), from, to);
    }

    @Test
    void input_and_output_that_are_together_too_many_to_count_are_refused() {
        var many = EnteredRun.of("source-1", RunTool.MANUAL).used(Long.MAX_VALUE, 1L, null, null);

        assertThatThrownBy(() -> add(many))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("TOKENS_TOO_MANY"));
        assertThat(bench.runs().list(AnalysisStore.RunFilter.ALL, 0)).isEmpty();
    }
}
