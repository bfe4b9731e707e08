package app.recount.desktop.cost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.generation.LeftoverOrigin;
import app.recount.store.JsonFile;
import org.junit.jupiter.api.Test;

class CostExportTest {

    private static final CostModel MODEL = Costs.of("2026-05-18", "2026-05-20")
            .saved("2026-05-18", 9)
            .saved("2026-05-20", 700)
            .turns("2026-05-20", "claude-haiku-4-5", 3, 100, 10, "0.0000005")
            .turns("2026-05-20", "=cmd, \"x\"", 1, 20, 2, null)
            .leftover("2026-05-19", LeftoverOrigin.OPENROUTER_LOG, "openrouter", 40, "0.25")
            .model();

    @Test
    void a_line_per_period_leaves_empty_what_is_not_known() {
        assertThat(CostExport.periodsCsv(MODEL.periods().get()).lines().skip(1))
                .containsExactly(
                        "2026-05-18,2026-05-18,unknown,0,1,,,,,,,,",
                        "2026-05-19,2026-05-19,known,1,0,0,1,0,40,10,0.25,0.25,",
                        "2026-05-20,2026-05-20,known,1,0,4,0,1,120,12,0.0000005,,700");
    }

    @Test
    void a_line_per_model_says_where_from_and_harms_no_spreadsheet() {
        var shares = MODEL.reading().get().orElseThrow().shares();

        assertThat(CostExport.modelsCsv(shares).lines().skip(1))
                .containsExactly(
                        "claude-haiku-4-5,claude,memory-database,true,false,2026-05-20,2026-05-20,3,0,100,10,0.0000005,",
                        "\"'=cmd, \"\"x\"\"\",gemini,memory-database,true,false,2026-05-20,2026-05-20,1,1,20,2,,",
                        "deepseek/deepseek-chat,openrouter,openrouter-log,false,false,2026-05-19,2026-05-19,1,0,40,10,0.25,");
    }

    @Test
    void json_has_exact_dollars_null_for_the_unknown_and_each_share_of_each_day() {
        var json = JsonFile.parse(CostExport.json(MODEL.periods().get()).getBytes(UTF_8))
                .orElseThrow();

        assertThat(json.get(0).get("state").asString()).isEqualTo("unknown");
        assertThat(json.get(0).get("turns").get("cost_usd").isNull()).isTrue();
        assertThat(json.get(1).get("leftovers").get("cost_usd").decimalValue()).isEqualByComparingTo("0.25");
        assertThat(json.get(1).get("shares").get(0).get("in_events").asBoolean())
                .isFalse();
        assertThat(json.get(2).get("turns").get("cost_usd").decimalValue()).isEqualByComparingTo("0.0000005");
        assertThat(json.get(2).get("tokens_saved_vs_naive").asLong()).isEqualTo(700);
        assertThat(json.get(2).get("shares").size()).isEqualTo(2);
    }
}
