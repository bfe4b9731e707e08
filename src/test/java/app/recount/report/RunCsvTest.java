package app.recount.report;

import static app.recount.report.RunFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.AnalysisRun;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunCsvTest {

    @Test
    void the_columns_are_the_fields_in_their_order() {
        assertThat(RunCsv.write(List.of()))
                .isEqualTo("id,source_id,analysis_file,pass,status,tool,command,model,framework_version,"
                        + "methodology_version,started_at,completed_at,duration_seconds,tokens_in,tokens_out,"
                        + "total_tokens,cost_usd,tokens_baseline,tokens_final,tokens_check,usage_provider,usage_mode,"
                        + "usage_session_id,inputs_source_ids,inputs_analysis_ids,stages_json,claims_extracted,"
                        + "claims_updated,notes,git_commit,created_at\r\n");
    }

    @Test
    void quotes_commas_and_line_breaks_are_quoted_and_unknown_is_empty() {
        var csv = RunCsv.write(List.of(run("ANALYSIS-2026-001")
                .created("2026-05-01T00:00:00Z")
                .notes("say \"no\",\nthen go")
                .stage("one", 5L, 5L)
                .make()));

        assertThat(csv.substring(csv.indexOf("ANALYSIS-2026")))
                .isEqualTo("ANALYSIS-2026-001,smith-2026-thoughts,analysis/smith.md,1,completed,claude-code,check,"
                        + "claude-opus-4-5,0.3.4,,,,,900,100,1000,0.0123,5000,6000,1000,claude,per_message_sum,"
                        + RunFixture.SESSION
                        + ",,,\"[{\"\"stage\"\":\"\"one\"\",\"\"timestamp\"\":\"\"2026-05-01T10:01:00Z\"\","
                        + "\"\"tokens_cumulative\"\":5,\"\"tokens_delta\"\":5,\"\"tokens_in\"\":5,"
                        + "\"\"tokens_out\"\":0}]\",\"TECH-2026-001,TECH-2026-002\",,\"say \"\"no\"\",\nthen go\","
                        + "1e10,2026-05-01T00:00:00Z\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void a_cell_that_a_spreadsheet_would_calculate_is_made_a_text(String text) {
        var csv = RunCsv.write(
                List.of(run("ANALYSIS-2026-001").notes(text).claims(text).make()));

        assertThat(csv).contains("'" + text.charAt(0)).doesNotContain("," + text, ",\"" + text);
    }

    @Test
    void numbers_below_zero_stay_numbers() {
        var tokens = new AnalysisRun.Tokens(-5L, null, null, null, null, null, new BigDecimal("-0.50"));

        assertThat(RunCsv.write(List.of(run("ANALYSIS-2026-001").tokens(tokens).make())))
                .contains(",125,-5,,,-0.5,");
    }

    @Test
    void what_a_terminal_would_obey_is_replaced() {
        assertThat(RunCsv.write(
                        List.of(run("ANALYSIS-2026-001").notes("a\u001b[2Jb").make())))
                .contains("a\uFFFD[2Jb");
    }
}
