package app.recount.report;

import static app.recount.report.RunFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.AnalysisRun;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunJsonTest {

    private static JsonNode json(AnalysisRun... runs) {
        var export = new RunExport(id -> Optional.empty(), Clock.systemUTC());
        return JsonMapper.builder().build().readTree(export.bytes(List.of(runs), ExportFormat.JSON));
    }

    @Test
    void the_names_are_those_of_the_fields_and_the_stages_are_an_array() {
        var run = json(run("ANALYSIS-2026-001")
                        .stage("one", 5L, 5L)
                        .stage("two", null, null)
                        .make())
                .get(0);

        assertThat(run.propertyNames())
                .containsExactlyElementsOf(Arrays.stream(RunField.values())
                        .map(field -> field == RunField.STAGES_JSON ? "stages" : field.key())
                        .toList());
        assertThat(run.get("stages").get(0).toString())
                .isEqualTo("{\"stage\":\"one\",\"timestamp\":\"2026-05-01T10:01:00Z\",\"tokens_cumulative\":5,"
                        + "\"tokens_delta\":5,\"tokens_in\":5,\"tokens_out\":0}");
        assertThat(run.get("stages").get(1).get("tokens_delta").isNull()).isTrue();
        assertThat(run.get("cost_usd").decimalValue()).isEqualByComparingTo("0.0123");
        assertThat(run.get("methodology_version").isNull()).isTrue();
        assertThat(run.get("claims_extracted")).hasSize(2);
    }

    @Test
    void stages_that_could_not_be_read_are_told_apart_from_none() {
        var run = json(run("ANALYSIS-2026-001").stagesFault("{nope").make()).get(0);

        assertThat(run.get("stages")).isEmpty();
        assertThat(run.get("stages_fault").asString()).isEqualTo("{nope");
    }

    @Test
    void no_runs_are_an_empty_array() {
        assertThat(json()).isEmpty();
    }
}
