package app.recount.memory;

import static app.recount.memory.Finding.Code.COLUMN_MISSING;
import static app.recount.memory.Finding.Code.NOT_A_TABLE;
import static app.recount.memory.Finding.Code.TABLE_MISSING;
import static app.recount.memory.MemoryFixture.memory;
import static app.recount.memory.MemoryFixture.millis;
import static app.recount.memory.SourceTable.OBSERVATIONS;
import static app.recount.memory.SourceTable.PROMPTS;
import static app.recount.memory.SourceTable.SESSIONS;
import static app.recount.memory.SourceTable.TURNS;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.memory.MemorySchema.Column;
import app.recount.memory.MemorySchema.Kind;
import app.recount.text.Texts;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table or column that is missing costs exactly the counters that need it. */
class MissingPartsTest extends MemoryTest {

    private static final String DAY = "2026-05-20";
    private static final String MORNING = DAY + "T10:00:00Z";

    /** A day that has every key. */
    private static MemoryFixture full() {
        var fixture =
                memory().summary(MORNING, 5000).prompt(MORNING).withTurns().turn("a", 1, MORNING, 1000, 200, 0.25);
        fixture.row(OBSERVATIONS, millis(MORNING), "text", "abc", "type", "bugfix", "agent_type", "a", "project", "p");
        for (var status : new String[] {"completed", "failed"}) {
            for (var platform : new String[] {"claude", "codex", "gemini", "cursor"}) {
                fixture.row(SESSIONS, millis(MORNING), "project", "p", "status", status, "platform_source", platform);
            }
        }
        return fixture;
    }

    private Set<RollupMetric> absent(MemoryFixture fixture) {
        var absent = EnumSet.allOf(RollupMetric.class);
        absent.removeAll(rollup(read(fixture), DAY).keySet());
        return absent;
    }

    private static String keys(Set<RollupMetric> metrics) {
        return metrics.stream().map(RollupMetric::key).collect(Collectors.joining(" "));
    }

    @Test
    void a_full_day_lacks_nothing() {
        assertThat(absent(full())).isEmpty();
        assertThat(read(folder.resolve("claude-mem.db")).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "OBSERVATIONS, type, obs_type_bugfix obs_type_discovery obs_type_decision obs_type_refactor obs_type_other",
        "OBSERVATIONS, agent_type, subagent_obs_count",
        "OBSERVATIONS, text, read_tokens tokens_saved_vs_naive",
        "OBSERVATIONS, project, project_count",
        "OBSERVATIONS, discovery_tokens, ''",
        "SESSIONS, status, session_completed_count session_failed_count",
        "SESSIONS, platform_source, sessions_claude_count sessions_codex_count sessions_gemini_count sessions_other_platform_count",
        "SESSIONS, project, project_count",
        "SESSIONS, started_at_epoch, session_count session_completed_count session_failed_count sessions_claude_count sessions_codex_count sessions_gemini_count sessions_other_platform_count project_count",
        "SUMMARIES, discovery_tokens, discovery_tokens",
        "SUMMARIES, created_at_epoch, summary_count discovery_tokens",
        "PROMPTS, created_at_epoch, prompt_count",
        "PROMPTS, prompt_text, ''",
        "TURNS, tokens_output, gen_tokens_output",
        "TURNS, cost_usd, gen_cost_usd",
        "TURNS, created_at_epoch, gen_tokens_input gen_tokens_output gen_cost_usd",
        "TURNS, turn, ''"
    })
    void a_missing_column_drops_its_own_block(SourceTable table, String column, String keys) {
        var fixture = full().withoutColumn(table, column);
        assertThat(keys(absent(fixture))).isEqualTo(keys);
        var finding = finding(read(folder.resolve("claude-mem.db")), COLUMN_MISSING);
        if (keys.isEmpty()) {
            assertThat(finding).isEmpty();
        } else {
            assertThat(new Texts().say(finding.orElseThrow().message()))
                    .isEqualTo("column missing: %s.%s".formatted(table.tableName(), column));
            assertThat(new Texts().say(finding.orElseThrow().explanation())).contains(keys.split(" "));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OBSERVATIONS, observation_count obs_type_bugfix obs_type_discovery obs_type_decision obs_type_refactor obs_type_other subagent_obs_count read_tokens project_count tokens_saved_vs_naive",
        "SESSIONS, session_count session_completed_count session_failed_count sessions_claude_count sessions_codex_count sessions_gemini_count sessions_other_platform_count project_count",
        "SUMMARIES, summary_count discovery_tokens",
        "PROMPTS, prompt_count"
    })
    void a_missing_table_drops_the_blocks_that_need_it(SourceTable table, String keys) {
        assertThat(keys(absent(full().withoutTable(table)))).isEqualTo(keys);
        assertThat(new Texts()
                        .say(finding(read(folder.resolve("claude-mem.db")), TABLE_MISSING)
                                .orElseThrow()
                                .message()))
                .isEqualTo("table missing: " + table.tableName());
    }

    @Test
    void a_missing_table_of_compression_turns_is_the_ordinary_case_and_no_finding() {
        assertThat(keys(absent(full().withoutTable(TURNS))))
                .isEqualTo("gen_tokens_input gen_tokens_output gen_cost_usd");
        assertThat(read(folder.resolve("claude-mem.db")).findings()).isEmpty();
    }

    @Test
    void a_view_in_place_of_the_table_of_turns_is_not_read() {
        var activity = read(full().withoutTable(TURNS)
                .then("CREATE VIEW compression_events AS SELECT 1 AS turn, 5 AS tokens_input, 1 AS created_at_epoch"));
        assertThat(activity.turns()).isEmpty();
        assertThat(count(activity, NOT_A_TABLE)).isEqualTo(1);
    }

    @Test
    void two_missing_columns_are_one_finding() {
        var activity = read(full().withoutColumn(OBSERVATIONS, "text").withoutColumn(SESSIONS, "status"));
        assertThat(finding(activity, COLUMN_MISSING)).hasValueSatisfying(finding -> {
            assertThat(finding.count()).isEqualTo(2);
            assertThat(new Texts().say(finding.message()))
                    .isEqualTo("columns missing: observations.text, sdk_sessions.status");
        });
    }

    @Test
    void without_the_session_table_observations_decide_the_install_day() {
        assertThat(read(full().withoutTable(SESSIONS)).installDay()).contains(LocalDate.parse(DAY));
    }

    @Test
    void a_view_in_the_place_of_a_table_is_not_read() {
        var fixture = full().withoutTable(OBSERVATIONS)
                .then("CREATE VIEW observations AS SELECT 'bugfix' AS type, %d AS created_at_epoch"
                        .formatted(millis(MORNING)));
        var activity = read(fixture);
        assertThat(rollup(activity, DAY)).doesNotContainKey(RollupMetric.OBSERVATION_COUNT);
        assertThat(new Texts().say(finding(activity, NOT_A_TABLE).orElseThrow().message()))
                .isEqualTo("name that is no table: observations");
        assertThat(finding(activity, TABLE_MISSING)).isEmpty();
    }

    @Test
    void a_virtual_table_in_the_place_of_a_table_is_not_read() {
        var fixture =
                full().withoutTable(PROMPTS).then("CREATE VIRTUAL TABLE user_prompts USING fts5(created_at_epoch)");
        var activity = read(fixture);
        assertThat(count(activity, NOT_A_TABLE)).isEqualTo(1);
        assertThat(activity.schema().relation("user_prompts").orElseThrow().kind())
                .isEqualTo(Kind.VIRTUAL);
    }

    @Test
    void names_are_found_in_any_case() {
        var fixture = memory().table("Observations", "CREATED_AT_EPOCH INTEGER", "Text TEXT")
                .then("INSERT INTO observations VALUES (%d, 'abcdefgh')".formatted(millis(MORNING)));
        fixture.withoutTable(OBSERVATIONS);
        assertThat(rollup(read(fixture), DAY)).containsEntry(RollupMetric.READ_TOKENS, number(2));
    }

    @Test
    void a_table_without_row_numbers_is_counted_as_well() {
        var fixture = full().withoutTable(PROMPTS)
                .then("CREATE TABLE user_prompts(id TEXT PRIMARY KEY, created_at_epoch INTEGER) WITHOUT ROWID")
                .then("INSERT INTO user_prompts VALUES ('a', %1$d), ('b', %1$d)".formatted(millis(MORNING)));
        assertThat(rollup(read(fixture), DAY)).containsEntry(RollupMetric.PROMPT_COUNT, number(2));
    }

    @Test
    void columns_that_hide_the_row_number_do_not_matter() {
        var fixture = full().table("user_prompts", "rowid TEXT", "oid TEXT", "_rowid_ TEXT", "created_at_epoch INTEGER")
                .prompt(MORNING);
        assertThat(rollup(read(fixture), DAY)).containsEntry(RollupMetric.PROMPT_COUNT, number(2));
    }

    @Test
    void row_numbers_may_lie_anywhere() {
        var fixture = full();
        for (var id : new long[] {Long.MIN_VALUE, -5, 0, Long.MAX_VALUE}) {
            fixture.row(PROMPTS, millis(MORNING), "id", id);
        }
        assertThat(rollup(read(fixture), DAY)).containsEntry(RollupMetric.PROMPT_COUNT, number(5));
    }

    @Test
    void more_rows_than_one_slice_are_all_counted() {
        var fixture = full().then("""
                        INSERT INTO user_prompts(id, created_at_epoch)
                        WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n LIMIT 45000)
                        SELECT i * 3, %d FROM n
                        """.formatted(millis(MORNING)));
        assertThat(rollup(read(fixture), DAY)).containsEntry(RollupMetric.PROMPT_COUNT, number(45_001));
    }

    /** The largest table is divided between two readers, wherever its row numbers lie. */
    @ParameterizedTest
    @ValueSource(longs = {-5_000_000_000L, 0, 35_000, 70_000, 5_000_000_000L, Long.MAX_VALUE})
    void no_row_of_a_divided_table_is_lost_or_counted_twice(long last) {
        var fixture = memory().then("""
                        INSERT INTO observations(id, type, text, created_at_epoch)
                        WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n LIMIT 50001)
                        SELECT i, 'bugfix', 'abcd', %d FROM n
                        """.formatted(millis(MORNING)))
                .then(
                        "INSERT OR REPLACE INTO observations(id, type, text, created_at_epoch) VALUES (%d, 'bugfix', 'abcd', %d)"
                                .formatted(last, millis(MORNING)));
        var rows = last >= 0 && last <= 50_000 ? 50_001 : 50_002;
        assertThat(rollup(read(fixture), DAY))
                .containsEntry(RollupMetric.OBSERVATION_COUNT, number(rows))
                .containsEntry(RollupMetric.READ_TOKENS, number(rows));
    }

    @Test
    void the_schema_shows_everything_that_is_there_and_what_it_is() {
        var fixture = full().then("CREATE VIRTUAL TABLE prompts_fts USING fts5(prompt_text)")
                .then("CREATE VIEW lately AS SELECT * FROM user_prompts")
                .then("CREATE VIEW broken AS SELECT * FROM gone")
                .then("CREATE TABLE \"odd \"\" 'name\"(\"a b\" TEXT, c AS (1))");
        var schema = read(fixture).schema();
        assertThat(schema.relation("prompts_fts").orElseThrow().kind()).isEqualTo(Kind.VIRTUAL);
        assertThat(schema.relation("prompts_fts_data").orElseThrow().kind()).isEqualTo(Kind.SHADOW);
        assertThat(schema.relation("lately").orElseThrow().kind()).isEqualTo(Kind.VIEW);
        assertThat(schema.relation("lately").orElseThrow().columns()).hasSize(3);
        assertThat(schema.relation("broken").orElseThrow().columns()).isEmpty();
        assertThat(schema.relation("odd \" 'name").orElseThrow().columns())
                .extracting(Column::name)
                .containsExactly("a b", "c");
        assertThat(schema.relation("odd \" 'name").orElseThrow().columns())
                .extracting(Column::computed)
                .containsExactly(false, true);
    }
}
