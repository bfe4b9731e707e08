package app.recount.report;

import static app.recount.report.RunFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.AnalysisRun;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunMarkdownTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T10:00:00Z"), ZoneOffset.UTC);

    private static String markdown(AnalysisRun... runs) {
        var export = new RunExport(
                id -> Stream.of(runs).filter(each -> each.id().equals(id)).findFirst(), CLOCK);
        return new String(export.bytes(List.of(runs), ExportFormat.MARKDOWN), StandardCharsets.UTF_8);
    }

    private static AnalysisRun.Tokens tokens(long check, String cost) {
        return new AnalysisRun.Tokens(null, null, 7L, null, null, check, new BigDecimal(cost));
    }

    @Test
    void a_run_is_a_row_of_the_table() {
        assertThat(markdown(run("ANALYSIS-2026-001").make())).startsWith("""
                # Analysis Logs

                *Exported: 2026-06-01*

                ## Log Entries

                | Pass | Date | Source | Tool | Model | Duration | Tokens | Cost | Notes |
                |------|------|--------|------|-------|----------|--------|------|-------|
                | 1 | 2026-05-01 | smith-2026-thoughts | claude-code | claude-opus-4-5 | 2m5s | 1,000 | $0.0123 | first pass |
                """);
    }

    @Test
    void what_is_not_known_is_a_question_mark() {
        var run = run("ANALYSIS-2026-001")
                .created("2026-05-01T00:00:00Z")
                .model(null)
                .notes(null)
                .tokens(AnalysisRun.Tokens.UNKNOWN)
                .make();

        assertThat(markdown(run))
                .contains("| 1 | 2026-05-01 | smith-2026-thoughts | claude-code | ? | ? | ? | ? |  |")
                .contains("- **Tokens baseline**: ?\n- **Tokens final**: ?\n- **Tokens check**: ?\n")
                .contains("- **Total Tokens**: 0 (known; 1 unknown)", "- **Total Cost**: $0.0000 (known; 1 unknown)");
    }

    @Test
    void tokens_are_the_check_before_the_total() {
        assertThat(markdown(run("ANALYSIS-2026-001").tokens(tokens(12, "1")).make()))
                .contains("| 12 | $1.0000 |");
        var total = new AnalysisRun.Tokens(null, null, 7L, null, null, null, null);
        assertThat(markdown(run("ANALYSIS-2026-001").tokens(total).make())).contains("| 7 | ? |");
    }

    @Test
    void the_section_of_a_run_has_its_deltas_and_stages() {
        assertThat(markdown(run("ANALYSIS-2026-001")
                        .stage("check_stage1", 5400L, 400L)
                        .stage("check_stage2", null, null)
                        .make()))
                .contains("### ANALYSIS-2026-001: smith-2026-thoughts, pass 1\n")
                .contains("- **Tokens baseline**: 5,000\n- **Tokens final**: 6,000\n- **Tokens check**: 1,000\n")
                .contains("""
                        | Stage | Time | Cumulative | Delta | In | Out | Notes |
                        | --- | --- | --- | --- | --- | --- | --- |
                        | check\\_stage1 | 2026-05-01T10:01:00Z | 5,400 | 400 | 400 | 0 |  |
                        | check\\_stage2 | 2026-05-01T10:01:01Z | ? | ? | ? | ? |  |
                        """);
    }

    @Test
    void a_synthesis_shows_its_inputs_and_what_all_of_it_took() {
        var text = markdown(
                run("ANALYSIS-2026-001").tokens(tokens(100, "0.10")).make(),
                run("ANALYSIS-2026-002").tokens(tokens(20, "0.02")).make(),
                run("ANALYSIS-2026-003")
                        .tokens(tokens(3, "0.003"))
                        .madeFrom("ANALYSIS-2026-001", "ANALYSIS-2026-002", "ANALYSIS-2026-001")
                        .make());

        assertThat(text).contains("""
                #### Inputs

                | Analysis | Tokens | Cost |
                | --- | --- | --- |
                | ANALYSIS-2026-001 | 100 | $0.1000 |
                | ANALYSIS-2026-002 | 20 | $0.0200 |

                - **Total end-to-end**: 123 tokens, $0.1230
                """);
    }

    @Test
    void an_input_that_does_not_exist_leaves_the_total_unknown() {
        assertThat(markdown(run("ANALYSIS-2026-003")
                        .tokens(tokens(3, "1"))
                        .madeFrom("ANALYSIS-2026-009")
                        .make()))
                .contains("| ANALYSIS-2026-009 | ? | ? |")
                .contains("- **Total end-to-end**: ? tokens, ?");
    }

    @Test
    void totals_stand_per_tool() {
        assertThat(markdown(
                        run("ANALYSIS-2026-001").tokens(tokens(100, "0.10")).make(),
                        run("ANALYSIS-2026-002")
                                .tool("codex")
                                .tokens(tokens(1_000, "2"))
                                .make(),
                        run("ANALYSIS-2026-003")
                                .tool("codex")
                                .tokens(AnalysisRun.Tokens.UNKNOWN)
                                .make()))
                .endsWith("""
                        ## Summary Totals

                        - **Total Logs**: 3
                        - **Total Tokens**: 1,100 (known; 1 unknown)
                        - **Total Cost**: $2.1000 (known; 1 unknown)

                        ### By Tool

                        | Tool | Logs | Tokens | Cost |
                        |------|------|--------|------|
                        | claude-code | 1 | 100 | $0.1000 |
                        | codex | 2 | 1,000 (known; 1 unknown) | $2.0000 (known; 1 unknown) |
                        """);
    }

    @Test
    void text_from_anywhere_stays_text() {
        var hostile = "a|b `c` <script>x</script> ![i](http://h/x) *d* \\\ne\u001b[2J\u202ef & g";

        var text = markdown(
                run("ANALYSIS-2026-001").notes(hostile).source("s|\n# s").make());

        assertThat(text)
                .contains("| a\\|b \\`c\\` &lt;script&gt;x&lt;/script&gt; !\\[i\\](http&#58;//h/x) \\*d\\* \\\\"
                        + " e\uFFFD\\[2J\uFFFDf &amp; g |\n")
                .contains("### ANALYSIS-2026-001: s\\| # s, pass 1\n")
                .doesNotContain("\u001b", "<script>", "\n# s");
        assertThat(text.lines().filter(line -> line.startsWith("| 1 |"))).hasSize(1);
    }

    @Test
    void underscores_are_not_taken_for_emphasis() {
        var text = markdown(run("ANALYSIS-2026-001")
                .source("__init__.py")
                .notes("_not_ final")
                .make());

        assertThat(text)
                .contains("| \\_\\_init\\_\\_.py |", "| \\_not\\_ final |")
                .contains("### ANALYSIS-2026-001: \\_\\_init\\_\\_.py, pass 1\n");
    }

    @Test
    void addresses_stay_text_too() {
        assertThat(markdown(run("ANALYSIS-2026-001")
                        .notes("see https://example.org/a_b or WWW.example.org.")
                        .make()))
                .contains("| see https&#58;//example.org/a\\_b or WWW&#46;example.org. |");
    }

    @Test
    void no_runs_are_said_in_words() {
        assertThat(markdown()).endsWith("*No analysis logs found.*\n");
    }

    @Test
    void a_total_that_is_too_large_to_count_is_a_question_mark() {
        var half = run("ANALYSIS-2026-001")
                .tokens(tokens(Long.MAX_VALUE / 2 + 1, "0.01"))
                .make();

        assertThat(markdown(half, half)).contains("- **Total Tokens**: ?\n");
    }
}
