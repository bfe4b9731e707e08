package app.recount.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDatabaseTest {

    private static final Instant NOW = Instant.parse("2026-06-17T14:30:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 17);
    private static final long SEED = 7;
    private static final List<String> COUNTED =
            List.of("sdk_sessions", "observations", "session_summaries", "user_prompts");

    @TempDir
    static Path temporary;

    private static Path withLog;
    private static Path withoutLog;

    @BeforeAll
    static void copyDemo() throws IOException {
        var demo = new DemoMemory(Clock.fixed(NOW, ZoneOffset.UTC)).in(temporary.resolve("demo"), SEED);
        var database = demo.directory().database();
        withoutLog = Files.copy(database, temporary.resolve("without.db"));
        withLog = Files.copy(database, temporary.resolve("with.db"));
        Files.copy(database.resolveSibling("claude-mem.db-wal"), temporary.resolve("with.db-wal"));
    }

    @Test
    void the_work_of_the_last_day_stands_only_in_the_write_ahead_log() throws Exception {
        var newest = "SELECT max(started_at_epoch) FROM sdk_sessions";

        assertThat(Long.parseLong(query(newest).getFirst()))
                .isGreaterThan(NOW.minusSeconds(86_400).toEpochMilli())
                .isLessThanOrEqualTo(NOW.toEpochMilli());
        assertThat(Long.parseLong(query(withoutLog, newest).getFirst()))
                .isLessThan(NOW.minusSeconds(86_400).toEpochMilli());
    }

    @Test
    void it_is_a_sound_database_of_months_with_work_on_more_than_200_days() throws Exception {
        assertThat(query("PRAGMA integrity_check")).containsExactly("ok");
        assertThat(query("PRAGMA foreign_key_check")).isEmpty();
        assertThat(count("observations")).isBetween(2_000, 20_000);
        assertThat(daysOf("observations")).hasSizeGreaterThan(180);
        var days = new java.util.TreeSet<String>();
        for (var table : COUNTED) {
            days.addAll(daysOf(table));
        }
        assertThat(days).hasSizeBetween(201, WorkHistory.LENGTH + Oddities.BEFORE_INSTALL - 10);
    }

    @Test
    void it_has_the_rows_that_nobody_expects() throws Exception {
        assertThat(count("observations WHERE typeof(created_at_epoch) <> 'integer'"))
                .isEqualTo(Oddities.CORRUPT);
        assertThat(query("SELECT DISTINCT typeof(created_at_epoch) FROM observations"))
                .contains("text", "real", "blob", "integer");
        assertThat(count("observations WHERE typeof(created_at_epoch) = 'integer' AND created_at_epoch > "
                        + NOW.toEpochMilli()))
                .isEqualTo(Oddities.FUTURE);
        assertThat(count("(%s) WHERE at < 1704067200000".formatted(MILLIS))).isEqualTo(Oddities.ANCIENT);
        assertThat(count("""
                (%s) WHERE at BETWEEN 1704067200000 AND
                    (SELECT min(started_at_epoch) * 1000 FROM sdk_sessions) - 86400000""".formatted(MILLIS))).isEqualTo(Oddities.BEFORE_INSTALL);
    }

    @Test
    void the_oldest_weeks_count_in_seconds_and_the_rest_in_milliseconds() throws Exception {
        for (var table : COUNTED) {
            var column = table.equals("sdk_sessions") ? "started_at" : "created_at";
            var seconds = "%s WHERE typeof(%s_epoch) = 'integer' AND %2$s_epoch BETWEEN 1704067200 AND 1000000000000"
                    .formatted(table, column);
            assertThat(count(seconds)).as(table).isPositive();
            assertThat(query("SELECT max(%s) FROM ".formatted(column) + seconds).getFirst())
                    .as(table)
                    .isLessThan("2025-12-15");
            assertThat(count(table + " WHERE %s_epoch > 1000000000000".formatted(column)))
                    .as(table)
                    .isPositive();
        }
    }

    @Test
    void older_observations_have_texts_and_newer_ones_have_none() throws Exception {
        assertThat(count("observations WHERE text IS NOT NULL AND created_at > '2026-03-20'"))
                .isZero();
        assertThat(count("observations WHERE text IS NULL AND created_at < '2026-02-20' AND narrative IS NOT NULL"))
                .isZero();
        assertThat(count("observations WHERE text IS NULL")).isBetween(500, 10_000);
        assertThat(count("observations WHERE text IS NOT NULL")).isBetween(500, 10_000);
    }

    @Test
    void a_turn_repeats_the_tokens_of_its_summary_on_every_observation() throws Exception {
        var turns = """
                session_summaries s JOIN observations o USING (memory_session_id, prompt_number)
                WHERE s.discovery_tokens""";
        assertThat(count(turns + " = o.discovery_tokens")).isGreaterThan(1_000);
        assertThat(count(turns + " <> o.discovery_tokens")).isZero();
        assertThat(count("session_summaries WHERE discovery_tokens IS NULL")).isPositive();
    }

    @Test
    void several_projects_platforms_statuses_subagents_and_scripts_occur() throws Exception {
        assertThat(query("SELECT DISTINCT project FROM sdk_sessions")).hasSize(7);
        assertThat(query("SELECT DISTINCT platform_source FROM sdk_sessions"))
                .contains("claude", "codex", "gemini", "cursor");
        assertThat(query("SELECT DISTINCT status FROM sdk_sessions"))
                .containsExactlyInAnyOrder("completed", "failed", "active");
        assertThat(query("SELECT DISTINCT type FROM observations"))
                .contains("bugfix", "discovery", "decision", "refactor", "feature", "change");
        assertThat(count("observations WHERE agent_type IS NOT NULL")).isGreaterThan(100);
        assertThat(count("observations WHERE title LIKE '%Größe%'")).isPositive();
        assertThat(count("user_prompts_fts WHERE user_prompts_fts MATCH 'Mondays'"))
                .isPositive();
    }

    @Test
    void some_days_are_quiet_and_weekends_are_calmer_than_weekdays() throws Exception {
        var days = daysOf("sdk_sessions").stream().map(LocalDate::parse).toList();
        var perDay = "SELECT avg(n) FROM (SELECT count(*) n, strftime('%%w', started_at) w FROM sdk_sessions"
                + " GROUP BY date(started_at)) WHERE w %s ('0', '6')";

        assertThat(days.getFirst()
                        .datesUntil(TODAY)
                        .filter(day -> !days.contains(day))
                        .count())
                .isBetween(8L, 20L);
        assertThat(Double.parseDouble(query(perDay.formatted("NOT IN")).getFirst()))
                .isGreaterThan(Double.parseDouble(query(perDay.formatted("IN")).getFirst()));
    }

    /** Every observation with a usable time, in milliseconds. */
    private static final String MILLIS = """
            SELECT iif(created_at_epoch < 1000000000000, created_at_epoch * 1000, created_at_epoch) AS at
            FROM observations WHERE typeof(created_at_epoch) = 'integer'""";

    private List<String> daysOf(String table) throws SQLException {
        var column = table.equals("sdk_sessions") ? "started_at_epoch" : "created_at_epoch";
        return query("""
                SELECT DISTINCT date(iif(%2$s < 1000000000000, %2$s, %2$s / 1000), 'unixepoch') FROM %1$s
                WHERE typeof(%2$s) = 'integer' AND %2$s BETWEEN 1704067200 AND %3$d ORDER BY 1
                """.formatted(table, column, NOW.toEpochMilli()));
    }

    private int count(String from) throws SQLException {
        return Integer.parseInt(query("SELECT count(*) FROM " + from).getFirst());
    }

    private static List<String> query(String sql) throws SQLException {
        return query(withLog, sql);
    }

    static List<String> query(Path database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (result.next()) {
                var row = new ArrayList<String>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(result.getString(column)));
                }
                rows.add(String.join("|", row));
            }
            return rows;
        }
    }
}
