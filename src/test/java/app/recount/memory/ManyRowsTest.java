package app.recount.memory;

import static app.recount.memory.MemoryFixture.memory;
import static app.recount.memory.MemoryFixture.millis;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** More rows on a day than are read at once, with numbers that lie far apart. */
class ManyRowsTest extends MemoryTest {

    private static final String DAY = "2026-05-01";

    /** {@code n} counts from 1. */
    private static String observations(int many, String number, String type) {
        return """
                INSERT INTO observations(id, project, text, type, agent_type, created_at_epoch)
                WITH RECURSIVE counting(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counting WHERE n < %d)
                SELECT %s, 'project-' || (n %% 7), 'text', %s, CASE WHEN n %% 3 = 0 THEN 'explore' END, %d FROM counting
                """.formatted(many, number, type, millis(DAY + "T12:00:00Z"));
    }

    @Test
    void a_day_of_one_kind_alone_is_counted_to_the_last_row() {
        var activity = read(memory().session(DAY + "T11:00:00Z").then(observations(21_001, "n", "NULL")));

        assertThat(rollup(activity, DAY))
                .containsEntry(RollupMetric.OBSERVATION_COUNT, BigDecimal.valueOf(21_001))
                .containsEntry(RollupMetric.OBS_TYPE_OTHER, BigDecimal.valueOf(21_001))
                .containsEntry(RollupMetric.OBS_TYPE_BUGFIX, BigDecimal.ZERO)
                .containsEntry(RollupMetric.OBS_TYPE_REFACTOR, BigDecimal.ZERO)
                .containsEntry(RollupMetric.SUBAGENT_OBS_COUNT, BigDecimal.valueOf(7_000))
                .containsEntry(RollupMetric.READ_TOKENS, BigDecimal.valueOf(21_001));
    }

    @Test
    void kinds_that_are_mixed_are_told_apart() {
        var types = "CASE n % 6 WHEN 0 THEN 'bugfix' WHEN 1 THEN 'discovery' WHEN 2 THEN 'decision'"
                + " WHEN 3 THEN 'refactor' WHEN 4 THEN 'feature' END";

        var activity = read(memory().session(DAY + "T11:00:00Z").then(observations(60_000, "n", types)));

        assertThat(rollup(activity, DAY))
                .containsEntry(RollupMetric.OBS_TYPE_BUGFIX, BigDecimal.valueOf(10_000))
                .containsEntry(RollupMetric.OBS_TYPE_DISCOVERY, BigDecimal.valueOf(10_000))
                .containsEntry(RollupMetric.OBS_TYPE_DECISION, BigDecimal.valueOf(10_000))
                .containsEntry(RollupMetric.OBS_TYPE_REFACTOR, BigDecimal.valueOf(10_000))
                .containsEntry(RollupMetric.OBS_TYPE_OTHER, BigDecimal.valueOf(20_000))
                .containsEntry(RollupMetric.PROJECT_COUNT, BigDecimal.valueOf(8)); // with the session's own
    }

    @Test
    void numbers_from_one_end_to_the_other_are_all_found() {
        var activity = read(memory().session(DAY + "T11:00:00Z")
                .then(observations(9_000, "-9223372036854775808 + (n - 1)", "'bugfix'"))
                .then(observations(9_000, "n * 1000000007", "'decision'"))
                .then(observations(9_000, "9223372036854775807 - (n - 1)", "'refactor'")));

        assertThat(rollup(activity, DAY))
                .containsEntry(RollupMetric.OBSERVATION_COUNT, BigDecimal.valueOf(27_000))
                .containsEntry(RollupMetric.OBS_TYPE_BUGFIX, BigDecimal.valueOf(9_000))
                .containsEntry(RollupMetric.OBS_TYPE_DECISION, BigDecimal.valueOf(9_000))
                .containsEntry(RollupMetric.OBS_TYPE_REFACTOR, BigDecimal.valueOf(9_000));
    }

    @Test
    void a_table_without_row_numbers_is_counted_at_once() {
        var keyed = memory().session(DAY + "T11:00:00Z")
                .then("DROP TABLE observations")
                .then("CREATE TABLE observations(id INTEGER PRIMARY KEY, project TEXT, text TEXT, type TEXT,"
                        + " created_at_epoch INTEGER, agent_type TEXT) WITHOUT ROWID")
                .then(observations(9_000, "n", "'bugfix'"));

        assertThat(rollup(read(keyed), DAY))
                .containsEntry(RollupMetric.OBSERVATION_COUNT, BigDecimal.valueOf(9_000))
                .containsEntry(RollupMetric.OBS_TYPE_BUGFIX, BigDecimal.valueOf(9_000))
                .containsEntry(RollupMetric.SUBAGENT_OBS_COUNT, BigDecimal.valueOf(3_000));
    }
}
