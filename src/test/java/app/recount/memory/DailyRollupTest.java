package app.recount.memory;

import static app.recount.memory.MemoryFixture.memory;
import static app.recount.memory.MemoryFixture.millis;
import static app.recount.memory.MemoryFixture.text;
import static app.recount.memory.RollupMetric.DISCOVERY_TOKENS;
import static app.recount.memory.RollupMetric.OBSERVATION_COUNT;
import static app.recount.memory.RollupMetric.OBS_TYPE_BUGFIX;
import static app.recount.memory.RollupMetric.OBS_TYPE_DECISION;
import static app.recount.memory.RollupMetric.OBS_TYPE_DISCOVERY;
import static app.recount.memory.RollupMetric.OBS_TYPE_OTHER;
import static app.recount.memory.RollupMetric.OBS_TYPE_REFACTOR;
import static app.recount.memory.RollupMetric.PROJECT_COUNT;
import static app.recount.memory.RollupMetric.PROMPT_COUNT;
import static app.recount.memory.RollupMetric.READ_TOKENS;
import static app.recount.memory.RollupMetric.SESSIONS_CLAUDE_COUNT;
import static app.recount.memory.RollupMetric.SESSIONS_CODEX_COUNT;
import static app.recount.memory.RollupMetric.SESSIONS_GEMINI_COUNT;
import static app.recount.memory.RollupMetric.SESSIONS_OTHER_PLATFORM_COUNT;
import static app.recount.memory.RollupMetric.SESSION_COMPLETED_COUNT;
import static app.recount.memory.RollupMetric.SESSION_COUNT;
import static app.recount.memory.RollupMetric.SESSION_FAILED_COUNT;
import static app.recount.memory.RollupMetric.SUBAGENT_OBS_COUNT;
import static app.recount.memory.RollupMetric.SUMMARY_COUNT;
import static app.recount.memory.RollupMetric.TOKENS_SAVED_VS_NAIVE;
import static app.recount.memory.SourceTable.OBSERVATIONS;
import static app.recount.memory.SourceTable.SESSIONS;
import static app.recount.memory.SourceTable.SUMMARIES;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of the table of counters. */
class DailyRollupTest extends MemoryTest {

    private static final String DAY = "2026-05-20";
    private static final String MORNING = DAY + "T10:00:00Z";
    private static final long AT = millis(MORNING);

    private Map<RollupMetric, BigDecimal> day(MemoryFixture fixture) {
        return rollup(read(fixture), DAY);
    }

    private static MemoryFixture types(@Nullable Object... types) {
        var fixture = memory();
        for (var type : types) {
            fixture.row(OBSERVATIONS, AT, "type", type);
        }
        return fixture;
    }

    private static MemoryFixture sessions(String column, @Nullable Object... values) {
        var fixture = memory();
        for (var value : values) {
            fixture.row(SESSIONS, AT, column, value);
        }
        return fixture;
    }

    @Test
    void observations_are_counted() {
        assertThat(day(memory().observation(MORNING).observation(MORNING))).containsEntry(OBSERVATION_COUNT, number(2));
    }

    @Test
    void types_are_exact_and_everything_else_is_other() {
        assertThat(day(types(
                        "bugfix",
                        "discovery",
                        "discovery",
                        "decision",
                        "refactor",
                        "Bugfix",
                        "",
                        null,
                        "feature",
                        " bugfix")))
                .containsEntry(OBS_TYPE_BUGFIX, number(1))
                .containsEntry(OBS_TYPE_DISCOVERY, number(2))
                .containsEntry(OBS_TYPE_DECISION, number(1))
                .containsEntry(OBS_TYPE_REFACTOR, number(1))
                .containsEntry(OBS_TYPE_OTHER, number(5));
    }

    @Test
    void a_type_column_that_ignores_case_does_not_change_what_exact_means() {
        var fixture = types("BUGFIX", "bugfix");
        fixture.table("observations", "type TEXT COLLATE NOCASE", "created_at_epoch INTEGER");
        assertThat(day(fixture)).containsEntry(OBS_TYPE_BUGFIX, number(1)).containsEntry(OBS_TYPE_OTHER, number(1));
    }

    @Test
    void a_type_that_is_a_blob_or_a_number_is_other() {
        var fixture = types("bugfix".getBytes(StandardCharsets.UTF_8), 7).untyped(OBSERVATIONS, "type");
        assertThat(day(fixture)).containsEntry(OBS_TYPE_BUGFIX, number(0)).containsEntry(OBS_TYPE_OTHER, number(2));
    }

    @Test
    void all_five_types_are_there_on_a_day_with_observations_also_at_zero() {
        assertThat(day(types("bugfix")))
                .containsEntry(OBS_TYPE_DISCOVERY, number(0))
                .containsEntry(OBS_TYPE_DECISION, number(0))
                .containsEntry(OBS_TYPE_REFACTOR, number(0))
                .containsEntry(OBS_TYPE_OTHER, number(0));
    }

    @Test
    void a_day_without_observations_has_none_of_their_keys() {
        assertThat(day(memory().session(MORNING)))
                .doesNotContainKeys(
                        OBSERVATION_COUNT,
                        OBS_TYPE_BUGFIX,
                        OBS_TYPE_OTHER,
                        SUBAGENT_OBS_COUNT,
                        READ_TOKENS,
                        TOKENS_SAVED_VS_NAIVE);
    }

    @Test
    void an_agent_type_that_is_not_null_makes_a_subagents_observation_even_when_it_is_empty() {
        assertThat(day(memory().row(OBSERVATIONS, AT, "agent_type", "")
                        .row(OBSERVATIONS, AT, "agent_type", "explorer")
                        .row(OBSERVATIONS, AT)))
                .containsEntry(SUBAGENT_OBS_COUNT, number(2));
    }

    @Test
    void without_subagents_there_is_no_key_for_them() {
        assertThat(day(memory().observation(MORNING))).doesNotContainKey(SUBAGENT_OBS_COUNT);
    }

    @Test
    void sessions_are_counted_from_their_own_table_alone() {
        var fixture =
                memory().session(MORNING).row(OBSERVATIONS, AT, "memory_session_id", "of a session without a row");
        assertThat(day(fixture)).containsEntry(SESSION_COUNT, number(1));
    }

    @Test
    void statuses_are_exact() {
        assertThat(day(sessions("status", "completed", "completed", "failed", "active", "Completed", "", null)))
                .containsEntry(SESSION_COUNT, number(7))
                .containsEntry(SESSION_COMPLETED_COUNT, number(2))
                .containsEntry(SESSION_FAILED_COUNT, number(1));
    }

    @Test
    void a_status_that_no_session_has_is_no_key() {
        assertThat(day(sessions("status", "active")))
                .containsEntry(SESSION_COUNT, number(1))
                .doesNotContainKeys(SESSION_COMPLETED_COUNT, SESSION_FAILED_COUNT);
    }

    @Test
    void platforms_are_exact_and_everything_else_is_other() {
        assertThat(day(sessions("platform_source", "claude", "codex", "codex", "gemini", "Claude", "cursor", "", null)))
                .containsEntry(SESSIONS_CLAUDE_COUNT, number(1))
                .containsEntry(SESSIONS_CODEX_COUNT, number(2))
                .containsEntry(SESSIONS_GEMINI_COUNT, number(1))
                .containsEntry(SESSIONS_OTHER_PLATFORM_COUNT, number(4));
    }

    @Test
    void a_platform_that_no_session_has_is_no_key() {
        assertThat(day(sessions("platform_source", "claude")))
                .doesNotContainKeys(SESSIONS_CODEX_COUNT, SESSIONS_GEMINI_COUNT, SESSIONS_OTHER_PLATFORM_COUNT);
    }

    @Test
    void summaries_are_counted_and_their_tokens_summed() {
        assertThat(day(memory().session(MORNING)
                        .summary(MORNING, 1200)
                        .summary(MORNING, 34)
                        .summary(MORNING, null)))
                .containsEntry(SUMMARY_COUNT, number(3))
                .containsEntry(DISCOVERY_TOKENS, number(1234));
    }

    @Test
    void tokens_are_zero_where_every_summary_has_none() {
        assertThat(day(memory().session(MORNING).summary(MORNING, null))).containsEntry(DISCOVERY_TOKENS, number(0));
    }

    @Test
    void the_tokens_that_every_observation_repeats_are_not_summed() {
        assertThat(day(memory().row(OBSERVATIONS, AT, "discovery_tokens", 5000)))
                .doesNotContainKey(DISCOVERY_TOKENS);
    }

    @Test
    void tokens_keep_their_fraction() {
        assertThat(day(memory().session(MORNING).summary(MORNING, 10).summary(MORNING, 0.25)))
                .containsEntry(DISCOVERY_TOKENS, new BigDecimal("10.25"));
    }

    @Test
    void fractions_that_add_up_to_a_whole_are_a_whole_number() {
        assertThat(day(memory().session(MORNING).summary(MORNING, 0.5).summary(MORNING, 99.5)))
                .containsEntry(DISCOVERY_TOKENS, number(100));
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "12.5, 12.5", "12 apples, 12", "apples, 0", "'', 0", "-7, -7"})
    void texts_count_as_the_number_that_sqlite_sees_in_them(String text, BigDecimal number) {
        var fixture = memory().session(MORNING)
                .untyped(SUMMARIES, "discovery_tokens")
                .summary(MORNING, text)
                .summary(MORNING, text.getBytes(StandardCharsets.UTF_8));
        assertThat(day(fixture).get(DISCOVERY_TOKENS)).isEqualByComparingTo(number.add(number));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "4, 1", "5, 2", "8, 2", "4000, 1000", "4001, 1001"})
    void read_tokens_are_a_fourth_of_the_characters_rounded_up(int characters, long tokens) {
        assertThat(day(memory().observation(MORNING, text(characters)))).containsEntry(READ_TOKENS, number(tokens));
    }

    @Test
    void each_text_is_rounded_on_its_own() {
        assertThat(day(memory().observation(MORNING, "a").observation(MORNING, "b")))
                .containsEntry(READ_TOKENS, number(2));
    }

    @Test
    void characters_are_code_points() {
        assertThat(day(memory().observation(MORNING, "😀".repeat(8)))).containsEntry(READ_TOKENS, number(2));
    }

    @Test
    void a_text_ends_at_its_first_nul() {
        var fixture = memory().observation(MORNING)
                .then("UPDATE observations SET text = 'abcde' || char(0) || 'fghijklmnop'");
        assertThat(day(fixture)).containsEntry(READ_TOKENS, number(2));
    }

    @Test
    void a_blob_counts_its_bytes_a_nul_among_them() {
        assertThat(day(memory().observation(MORNING, new byte[] {1, 0, 3, 4, 5, 6, 7, 8})))
                .containsEntry(READ_TOKENS, number(2));
    }

    @Test
    void without_any_text_read_tokens_are_zero_and_the_rows_are_told() {
        var activity = read(memory().observation(MORNING).observation(MORNING, "abc"));
        assertThat(rollup(activity, DAY)).containsEntry(READ_TOKENS, number(1));
        var rollup = activity.rollups().getFirst();
        assertThat(rollup.rows()).containsEntry(OBSERVATIONS, 2L);
        assertThat(rollup.rowsWithoutValue()).containsOnly(Map.entry(READ_TOKENS, 1L));
    }

    @Test
    void savings_are_what_was_discovered_less_what_reading_costs() {
        assertThat(day(memory().observation(MORNING, text(400)).summary(MORNING, 1000)))
                .containsEntry(TOKENS_SAVED_VS_NAIVE, number(900));
    }

    @Test
    void savings_are_never_negative() {
        assertThat(day(memory().observation(MORNING, text(4000)).summary(MORNING, 10)))
                .containsEntry(TOKENS_SAVED_VS_NAIVE, number(0));
    }

    @Test
    void a_day_without_summaries_has_no_discovery_tokens_but_its_savings_are_zero() {
        assertThat(day(memory().observation(MORNING, text(4000))))
                .doesNotContainKey(DISCOVERY_TOKENS)
                .containsEntry(TOKENS_SAVED_VS_NAIVE, number(0));
    }

    @Test
    void prompts_are_counted() {
        assertThat(day(memory().session(MORNING).prompt(MORNING).prompt(MORNING)))
                .containsEntry(PROMPT_COUNT, number(2));
    }

    @Test
    void a_day_without_prompts_has_no_key_for_them() {
        assertThat(day(memory().session(MORNING))).doesNotContainKey(PROMPT_COUNT);
    }

    @Test
    void projects_are_distinct_over_observations_and_sessions() {
        assertThat(day(memory().row(OBSERVATIONS, AT, "project", "one")
                        .row(OBSERVATIONS, AT, "project", "two")
                        .row(OBSERVATIONS, AT, "project", "two")
                        .row(SESSIONS, AT, "project", "two")
                        .row(SESSIONS, AT, "project", "three")
                        .row(SUMMARIES, AT, "project", "of a summary, which does not count")))
                .containsEntry(PROJECT_COUNT, number(3));
    }

    @Test
    void a_projects_name_is_taken_exactly_the_empty_one_is_one_and_null_is_none() {
        assertThat(day(memory().row(OBSERVATIONS, AT, "project", "Recount")
                        .row(OBSERVATIONS, AT, "project", "recount")
                        .row(OBSERVATIONS, AT, "project", "")
                        .row(OBSERVATIONS, AT, "project", null)))
                .containsEntry(PROJECT_COUNT, number(3));
    }

    @Test
    void case_matters_even_where_the_columns_ignore_it() {
        var fixture = memory().table("observations", "project TEXT COLLATE NOCASE", "created_at_epoch INTEGER")
                .table("sdk_sessions", "project TEXT COLLATE NOCASE", "started_at_epoch INTEGER")
                .row(OBSERVATIONS, AT, "project", "Recount")
                .row(OBSERVATIONS, AT, "project", "RECOUNT")
                .row(SESSIONS, AT, "project", "recount");
        assertThat(day(fixture)).containsEntry(PROJECT_COUNT, number(3));
    }

    @Test
    void a_day_whose_projects_are_all_null_has_none() {
        assertThat(day(memory().row(OBSERVATIONS, AT, "project", null))).containsEntry(PROJECT_COUNT, number(0));
    }

    @Test
    void a_day_of_summaries_and_prompts_alone_has_no_project_count() {
        var fixture =
                memory().session("2026-05-19T10:00:00Z").summary(MORNING, 5).prompt(MORNING);
        assertThat(day(fixture)).containsOnlyKeys(SUMMARY_COUNT, DISCOVERY_TOKENS, PROMPT_COUNT);
    }

    @Test
    void keys_come_in_the_order_of_the_wire_and_days_oldest_first() {
        var activity = read(memory().session(MORNING)
                .observation(MORNING, "abc")
                .summary(MORNING, 5)
                .prompt(MORNING)
                .observation("2026-05-22T10:00:00Z")
                .observation("2026-05-21T10:00:00Z"));
        assertThat(List.copyOf(activity.rollups().getFirst().values().keySet())).isSorted();
        assertThat(activity.rollups())
                .extracting(rollup -> rollup.day().toString())
                .containsExactly(DAY, "2026-05-21", "2026-05-22");
    }

    @Test
    void a_day_on_which_nothing_happened_has_no_rollup() {
        var activity = read(memory().session(MORNING).session("2026-05-25T10:00:00Z"));
        assertThat(activity.rollups()).hasSize(2);
    }
}
