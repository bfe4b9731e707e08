package app.recount.report;

import static app.recount.report.RunFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.Stage;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunYamlTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T10:00:00Z"), ZoneOffset.UTC);

    private static final RunExport EXPORT = new RunExport(id -> Optional.empty(), CLOCK);

    private static byte[] bytes(AnalysisRun... runs) {
        return EXPORT.bytes(List.of(runs), ExportFormat.YAML);
    }

    private static String yaml(AnalysisRun... runs) {
        return new String(bytes(runs), StandardCharsets.UTF_8);
    }

    private static List<AnalysisRun> readBack(byte[] yaml) {
        return RunYamlReader.read(yaml).entries().stream()
                .map(entry -> {
                    assertThat(entry).isInstanceOf(ImportEntry.Understood.class);
                    var understood = (ImportEntry.Understood) entry;
                    assertThat(understood.notices()).isEmpty();
                    return understood.run();
                })
                .toList();
    }

    @Test
    void a_run_is_written_with_all_fields_in_their_order() {
        assertThat(yaml(run("ANALYSIS-2026-001")
                        .stage("check_stage1", 5400L, 400L)
                        .make()))
                .isEqualTo("""
                        # Analysis runs, exported by Recount
                        # Generated: 2026-06-01

                        analysis_logs:
                        - id: ANALYSIS-2026-001
                          source_id: smith-2026-thoughts
                          analysis_file: analysis/smith.md
                          pass: 1
                          status: completed
                          tool: claude-code
                          command: check
                          model: claude-opus-4-5
                          framework_version: '0.3.4'
                          methodology_version: null
                          started_at: '2026-05-01T10:00:00Z'
                          completed_at: '2026-05-01T10:02:05Z'
                          duration_seconds: 125
                          tokens_in: 900
                          tokens_out: 100
                          total_tokens: 1000
                          cost_usd: 0.0123
                          tokens_baseline: 5000
                          tokens_final: 6000
                          tokens_check: 1000
                          usage_provider: claude
                          usage_mode: per_message_sum
                          usage_session_id: '0b6f3a52-7f0e-4a8e-9a51-6f1f3c0a9d11'
                          inputs_source_ids: []
                          inputs_analysis_ids: []
                          stages_json: '[{"stage":"check_stage1","timestamp":"2026-05-01T10:01:00Z","tokens_cumulative":5400,"tokens_delta":400,"tokens_in":400,"tokens_out":0}]'
                          claims_extracted:
                          - TECH-2026-001
                          - TECH-2026-002
                          claims_updated: []
                          notes: first pass
                          git_commit: '1e10'
                          created_at: '2026-05-01T10:00:00Z'
                        """);
    }

    @Test
    void runs_stand_in_the_order_of_their_creation() {
        var text = yaml(
                run("ANALYSIS-2026-002").created("2026-05-02T00:00:00Z").make(),
                run("ANALYSIS-2026-003").created("2026-05-01T00:00:00Z").make(),
                run("ANALYSIS-2026-001").created("2026-05-02T00:00:00Z").make());

        assertThat(text.lines().filter(line -> line.startsWith("- id")))
                .containsExactly("- id: ANALYSIS-2026-003", "- id: ANALYSIS-2026-001", "- id: ANALYSIS-2026-002");
    }

    @Test
    void no_runs_are_an_empty_list() {
        assertThat(yaml()).endsWith("\nanalysis_logs: []\n");
        assertThat(readBack(bytes())).isEmpty();
    }

    @Test
    void a_text_that_looks_like_something_else_is_quoted() {
        for (var text : List.of(
                "",
                " ",
                "true",
                "Null",
                "NO",
                "~",
                "12",
                "0x1F",
                "1e5",
                ".inf",
                "2026-05-01",
                "- a",
                "a: b",
                "a #b",
                "*x",
                "&x",
                "!x",
                "[1]",
                "{a}",
                "'",
                "\"",
                "%",
                "@",
                "`",
                "|",
                ">",
                "=",
                "<<",
                "a ")) {
            var written = yaml(run("ANALYSIS-2026-001").notes(text).make());
            assertThat(written.lines().filter(line -> line.startsWith("  notes:")))
                    .singleElement()
                    .asString()
                    .matches("  notes: (\".*\"|'.*')");
            assertThat(readBack(written.getBytes(StandardCharsets.UTF_8)))
                    .singleElement()
                    .satisfies(run -> assertThat(run.description().notes()).isEqualTo(text));
        }
    }

    @Test
    void what_a_terminal_would_obey_is_escaped() {
        var text = yaml(run("ANALYSIS-2026-001")
                .notes("a\u001b[2J\nb\u202ec\u009b\u2028\u0000")
                .make());

        assertThat(text).contains("  notes: \"a\\u001B[2J\\nb\\u202Ec\\u009B\\u2028\\u0000\"\n");
        assertThat(text.codePoints()).allMatch(point -> point == '\n' || Characters.isVisible(point));
    }

    @Test
    void a_cost_is_a_real_number_without_an_exponent() {
        assertThat(yaml(run("ANALYSIS-2026-001").tokens(cost("2.00")).make())).contains("  cost_usd: 2.0\n");
        assertThat(yaml(run("ANALYSIS-2026-001").tokens(cost("1E-7")).make())).contains("  cost_usd: 0.0000001\n");
        assertThat(yaml(run("ANALYSIS-2026-001").tokens(cost("1E+2")).make())).contains("  cost_usd: 100.0\n");
    }

    private static AnalysisRun.Tokens cost(String dollars) {
        return new AnalysisRun.Tokens(null, null, null, null, null, null, new BigDecimal(dollars));
    }

    @Test
    void stages_that_could_not_be_read_leave_as_they_came() {
        var run = run("ANALYSIS-2026-001").stagesFault("{not json").make();

        assertThat(yaml(run)).contains("  stages_json: '{not json'\n");
        assertThat(RunYamlReader.read(bytes(run)).entries())
                .singleElement()
                .satisfies(entry -> assertThat(
                                ((ImportEntry.Understood) entry).run().stagesFault())
                        .isEqualTo("{not json"));
    }

    @Property(tries = 300)
    void export_import_export_is_identical(@ForAll long seed) {
        var dice = new Random(seed);
        var runs = new ArrayList<AnalysisRun>();
        for (int n = dice.nextInt(4); n >= 0; n--) {
            runs.add(anyRun("ANALYSIS-2026-%03d".formatted(n + 1), dice));
        }
        var first = EXPORT.bytes(runs, ExportFormat.YAML);

        var imported = readBack(first);

        assertThat(imported).hasSameSizeAs(runs);
        assertThat(EXPORT.bytes(imported, ExportFormat.YAML)).isEqualTo(first);
    }

    private static AnalysisRun anyRun(String id, Random dice) {
        var stages = new ArrayList<Stage>();
        for (int n = dice.nextInt(4); n > 0; n--) {
            stages.add(new Stage(
                    text(dice), instant(dice), count(dice), count(dice), count(dice), count(dice), maybe(dice), null));
        }
        return new AnalysisRun(
                new AnalysisRun.Identity(id, "s" + text(dice), dice.nextInt(1000), "x" + text(dice)),
                "x" + text(dice),
                new AnalysisRun.Description(
                        maybe(dice), maybe(dice), maybe(dice), maybe(dice), maybe(dice), maybe(dice), maybe(dice)),
                new AnalysisRun.Times(instant(dice), instant(dice), count(dice), instant(dice)),
                new AnalysisRun.Tokens(
                        count(dice),
                        count(dice),
                        count(dice),
                        count(dice),
                        count(dice),
                        count(dice),
                        dice.nextBoolean() ? null : new BigDecimal(dice.nextLong()).movePointLeft(dice.nextInt(9, 25))),
                new AnalysisRun.SessionLink(maybe(dice), maybe(dice), RunFixture.SESSION, null, null, null, null, null),
                stages,
                null,
                new AnalysisRun.Inputs(List.of(text(dice), text(dice)), List.of()),
                new AnalysisRun.Claims(List.of(text(dice)), List.of()));
    }

    private static Instant instant(Random dice) {
        return Instant.ofEpochSecond(dice.nextInt(), dice.nextInt(1_000_000_000));
    }

    private static @Nullable Long count(Random dice) {
        return dice.nextBoolean() ? null : dice.nextLong() >> dice.nextInt(60);
    }

    private static @Nullable String maybe(Random dice) {
        return dice.nextInt(4) == 0 ? null : text(dice);
    }

    /** Mostly characters that mean something to YAML, JSON or a terminal; any other code point now and then. */
    private static String text(Random dice) {
        var alphabet =
                " \t\n\r'\"\\:#-[]{},&*!|>%@`?~=0123456789.eExaftrun\u0000\u001b\u0085\u2028\u2029\uFEFF\uFFFEäλ";
        var text = new StringBuilder();
        for (int n = dice.nextInt(12); n > 0; n--) {
            int point = dice.nextInt(8) == 0
                    ? dice.nextInt(Character.MAX_CODE_POINT + 1)
                    : alphabet.charAt(dice.nextInt(alphabet.length()));
            text.appendCodePoint(point >= 0xD800 && point <= 0xDFFF ? '\uFFFD' : point);
        }
        return text.toString();
    }
}
