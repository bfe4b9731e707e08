package app.recount.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.recount.analysis.AnalysisRun.Claims;
import app.recount.analysis.AnalysisRun.Description;
import app.recount.analysis.AnalysisRun.Identity;
import app.recount.analysis.AnalysisRun.Inputs;
import app.recount.analysis.AnalysisRun.SessionLink;
import app.recount.analysis.AnalysisRun.Times;
import app.recount.analysis.AnalysisRun.Tokens;
import app.recount.analysis.RunFinding.Severity;
import app.recount.text.Texts;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysisRulesTest {

    @TempDir
    Path folder;

    @AutoClose
    private RunBench bench;

    @BeforeEach
    void open() {
        bench = new RunBench(folder);
        bench.analyses.sources().add(new Source("source-1", "A source"));
    }

    @Test
    void a_run_that_is_as_it_should_be_has_no_findings() {
        add(run("A-1"));

        assertThat(bench.analyses.rules().check()).isEmpty();
    }

    @Test
    void a_run_that_the_app_itself_counted_lacks_only_its_versions() {
        var session = bench.sessions.session("claude", 1).uses(RunBench.START.minusSeconds(5), 10, 0);
        var run = bench.start("source-1");
        session.uses(bench.after(1), 10, 0).unreadable("it is half written");
        bench.mark(run, "stage1");
        session.unreadable(null).uses(bench.after(1), 5, 0);
        bench.mark(run, "stage2");
        bench.complete(run);

        assertThat(codes())
                .containsExactly("ANALYSIS_FRAMEWORK_VERSION_MISSING", "ANALYSIS_METHODOLOGY_VERSION_MISSING");
        assertThat(bench.analyses.rules().check())
                .extracting(RunFinding::severity)
                .containsOnly(Severity.WARN);
    }

    @Test
    void words_that_mean_nothing_are_errors() {
        var run = run("A-1");
        add(new AnalysisRun(
                new Identity(run.id(), run.sourceId(), 1, "cursor"),
                "done",
                run.description(),
                run.times(),
                run.tokens(),
                run.session(),
                List.of(),
                "{no json",
                run.inputs(),
                run.claims()));

        assertThat(codes())
                .containsExactly("ANALYSIS_STAGES_INVALID_JSON", "ANALYSIS_STATUS_INVALID", "ANALYSIS_TOOL_INVALID");
    }

    @Test
    void negative_durations_and_costs_are_errors() {
        add(run("A-1")
                .withTimes(new Times(RunBench.START, RunBench.START, -1L, RunBench.START))
                .withTokens(new Tokens(null, null, null, null, null, null, new BigDecimal("-0.01"))));

        assertThat(codes()).containsExactly("ANALYSIS_COST_NEGATIVE", "ANALYSIS_DURATION_NEGATIVE");
    }

    @Test
    void a_source_must_be_registered_once_the_run_is_completed() {
        add(run("A-1", "source-2").withInputs(new Inputs(List.of("source-3"), List.of())));
        add(run("A-2", "source-2").withStatus(RunStatus.DRAFT).withInputs(new Inputs(List.of("source-3"), List.of())));

        assertThat(bench.analyses.rules().check())
                .extracting(RunFinding::run, RunFinding::code)
                .containsExactly(
                        tuple("A-1", "ANALYSIS_SOURCE_MISSING"), tuple("A-1", "ANALYSIS_SYNTHESIS_SOURCE_MISSING"));
    }

    @Test
    void an_input_of_a_synthesis_must_exist_whatever_the_status() {
        add(run("A-1"));
        add(run("A-2").withStatus(RunStatus.STARTED).withInputs(new Inputs(List.of(), List.of("A-1", "A-9"))));

        assertThat(bench.analyses.rules().check()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("ANALYSIS_SYNTHESIS_INPUT_MISSING");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(new Texts().say(finding.message())).contains("A-9");
        });
    }

    @Test
    void counts_that_do_not_add_up_are_warnings() {
        add(run("A-1").withTokens(new Tokens(null, null, null, 100L, 150L, 49L, null)));
        add(run("A-2")
                .withTokens(new Tokens(null, null, null, 100L, 150L, 50L, null))
                .withStages(List.of(stage(120L, 20L), stage(150L, 31L))));
        add(run("A-3")
                .withTokens(new Tokens(null, null, null, 100L, 150L, 50L, null))
                .withStages(List.of(stage(120L, 20L), stage(null, null), stage(150L, 30L))));

        assertThat(bench.analyses.rules().check())
                .extracting(RunFinding::run, RunFinding::code)
                .containsExactly(
                        tuple("A-1", "ANALYSIS_TOKENS_CHECK_MISMATCH"), tuple("A-2", "ANALYSIS_TOKENS_CHECK_MISMATCH"));
    }

    @Test
    void a_difference_that_64_bits_do_not_hold_is_told_and_is_no_match() {
        long turnedOver = Long.MIN_VALUE;
        add(run("A-1").withTokens(new Tokens(null, null, null, -1L, Long.MAX_VALUE, turnedOver, null)));
        add(run("A-2")
                .withTokens(new Tokens(null, null, null, -1L, null, null, null))
                .withStages(List.of(stage(Long.MAX_VALUE, turnedOver))));

        assertThat(bench.analyses.rules().check())
                .extracting(RunFinding::run, finding -> new Texts().say(finding.message()))
                .containsExactly(
                        tuple(
                                "A-1",
                                "tokens_check is -9223372036854775808,"
                                        + " but tokens_final − tokens_baseline is 9223372036854775808."),
                        tuple(
                                "A-2",
                                "The stage “s” says -9223372036854775808,"
                                        + " but the counts before and after it differ by 9223372036854775808."));
    }

    @Test
    void errors_come_first() {
        add(run("A-1").withTokens(new Tokens(null, null, null, 100L, 150L, 49L, null)));
        add(run("A-2", "source-2"));

        assertThat(codes()).containsExactly("ANALYSIS_SOURCE_MISSING", "ANALYSIS_TOKENS_CHECK_MISMATCH");
    }

    @Test
    void a_list_that_is_damaged_is_damage_of_the_store() {
        add(run("A-1"));
        bench.store.write(connection -> {
            try (var damage = connection.createStatement()) {
                return damage.executeUpdate("UPDATE analysis_runs SET inputs_source_ids = '[{}]'");
            }
        });

        assertThat(codes()).containsExactly("ANALYSIS_LOGS_READ");
    }

    @Test
    void a_store_that_cannot_be_read_is_a_finding_that_says_why() throws IOException {
        bench.close();
        // a folder where the database should be
        Files.delete(bench.home.database());
        Files.createDirectory(bench.home.database());

        assertThat(bench.analyses.rules().check()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("ANALYSIS_LOGS_READ");
            assertThat(new Texts().say(finding.message())).contains("cannot be used", "SQLITE_");
        });
        Files.delete(bench.home.database());
    }

    private List<String> codes() {
        return bench.analyses.rules().check().stream().map(RunFinding::code).toList();
    }

    private void add(AnalysisRun run) {
        bench.runs().add(run);
    }

    private static Stage stage(@Nullable Long cumulative, @Nullable Long delta) {
        return new Stage("s", RunBench.START, cumulative, delta, null, null, null, null);
    }

    private static AnalysisRun run(String id) {
        return run(id, "source-1");
    }

    private static AnalysisRun run(String id, String source) {
        return new AnalysisRun(
                new Identity(id, source, 1, "manual"),
                "completed",
                new Description(null, null, null, "1", "1", null, null),
                new Times(null, null, null, RunBench.START),
                Tokens.UNKNOWN,
                SessionLink.NONE,
                List.of(),
                null,
                Inputs.NONE,
                Claims.NONE);
    }
}
