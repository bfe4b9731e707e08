package app.recount.memory;

import static app.recount.memory.Finding.Code.CORRUPT_EPOCHS;
import static app.recount.memory.Finding.Code.FUTURE_ROWS;
import static app.recount.memory.Finding.Code.ROWS_BEFORE_FLOOR;
import static app.recount.memory.Finding.Code.ROWS_BEFORE_INSTALL_DAY;
import static app.recount.memory.Finding.Code.ROWS_TOO_YOUNG;
import static app.recount.memory.Finding.Code.SECOND_EPOCHS;
import static app.recount.memory.MemoryFixture.memory;
import static app.recount.memory.MemoryFixture.millis;
import static app.recount.memory.MemoryFixture.seconds;
import static app.recount.memory.RollupMetric.OBSERVATION_COUNT;
import static app.recount.memory.SourceTable.OBSERVATIONS;
import static app.recount.memory.SourceTable.SESSIONS;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.text.Texts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which day a row falls on, and which rows fall on none. */
class EpochTest extends MemoryTest {

    private static final String START = "2026-05-01T08:00:00Z";

    private Activity readObservation(@Nullable Object epoch) {
        return read(memory().session(START)
                .untyped(OBSERVATIONS, "created_at_epoch")
                .row(OBSERVATIONS, epoch));
    }

    private static long counted(Activity activity) {
        return activity.rollups().stream()
                .filter(rollup -> rollup.values().containsKey(OBSERVATION_COUNT))
                .mapToLong(rollup -> rollup.values().get(OBSERVATION_COUNT).longValueExact())
                .sum();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-20T00:00:00.000Z, 2026-05-20",
        "2026-05-20T23:59:59.999Z, 2026-05-20",
        "2026-05-21T00:00:00.000Z, 2026-05-21",
        "2026-05-19T23:59:59.999Z, 2026-05-19"
    })
    void a_day_ends_to_the_millisecond(String at, String day) {
        assertThat(rollup(readObservation(millis(at)), day)).containsEntry(OBSERVATION_COUNT, number(1));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-20T00:00:00Z, 2026-05-20",
        "2026-05-20T23:59:59Z, 2026-05-20",
        "2026-05-19T23:59:59Z, 2026-05-19"
    })
    void seconds_fall_on_the_day_they_mean_and_are_told(String at, String day) {
        var activity = readObservation(seconds(at));
        assertThat(rollup(activity, day)).containsEntry(OBSERVATION_COUNT, number(1));
        assertThat(finding(activity, SECOND_EPOCHS)).hasValueSatisfying(finding -> {
            assertThat(finding.count()).isEqualTo(1);
            assertThat(new Texts().say(finding.message())).isEqualTo("epoch in seconds, normalised");
            assertThat(finding.days()).containsExactly(LocalDate.parse(day));
        });
    }

    @Test
    void milliseconds_and_seconds_of_one_day_are_counted_together() {
        var activity = read(memory().session(START)
                .row(OBSERVATIONS, millis("2026-05-20T10:00:00Z"))
                .row(OBSERVATIONS, seconds("2026-05-20T11:00:00Z")));
        assertThat(rollup(activity, "2026-05-20")).containsEntry(OBSERVATION_COUNT, number(2));
        assertThat(count(activity, SECOND_EPOCHS)).isEqualTo(1);
    }

    @ParameterizedTest
    @NullSource
    @MethodSource("noIntegers")
    void what_is_no_integer_is_corrupt(@Nullable Object epoch) {
        var activity = readObservation(epoch);
        assertThat(counted(activity)).isZero();
        assertThat(count(activity, CORRUPT_EPOCHS)).isEqualTo(1);
    }

    static Stream<Object> noIntegers() {
        return Stream.of(
                "yesterday",
                "1779271200000",
                1779271200000.5,
                1779271200000.0,
                "",
                "x".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_text_that_the_columns_type_makes_an_integer_is_one() {
        var activity = read(memory().session(START).row(OBSERVATIONS, "1779271200000"));
        assertThat(rollup(activity, "2026-05-20")).containsEntry(OBSERVATION_COUNT, number(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-12T09:30:00.001Z", "2026-06-13T00:00:00Z", "2030-01-01T00:00:00Z"})
    void what_comes_after_now_is_a_future_row(String at) {
        var activity = readObservation(millis(at));
        assertThat(counted(activity)).isZero();
        assertThat(count(activity, FUTURE_ROWS)).isEqualTo(1);
        assertThat(count(activity, ROWS_TOO_YOUNG)).isZero();
    }

    @Test
    void what_is_written_at_this_very_millisecond_is_not_in_the_future() {
        var activity = readObservation(NOW.toEpochMilli());
        assertThat(count(activity, FUTURE_ROWS)).isZero();
        assertThat(count(activity, ROWS_TOO_YOUNG)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MAX_VALUE - 1, 999_999_999_999L, 1_781_256_601L, 9_007_199_254_740_993L})
    void the_future_has_no_end_in_either_unit(long epoch) {
        var activity = readObservation(epoch);
        assertThat(counted(activity)).isZero();
        assertThat(count(activity, FUTURE_ROWS)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                Long.MIN_VALUE,
                Long.MIN_VALUE + 1,
                -9_223_372_036_854_776L, // the first whose milliseconds do not fit into 64 bits
                -1,
                0,
                1,
                1_704_067_199L, // a second before 2024
                1_000_000_000_000L, // the smallest milliseconds: 2001
                1_704_067_199_999L // a millisecond before 2024
            })
    void what_comes_before_2024_is_ignored(long epoch) {
        var activity = readObservation(epoch);
        assertThat(counted(activity)).isZero();
        assertThat(count(activity, ROWS_BEFORE_FLOOR)).isEqualTo(1);
        assertThat(count(activity, SECOND_EPOCHS)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1_704_067_200L, 1_704_067_200_000L})
    void the_first_moment_of_2024_passes(long epoch) {
        var activity = read(memory().row(SESSIONS, epoch));
        assertThat(activity.installDay()).contains(LocalDate.of(2024, 1, 1));
        assertThat(count(activity, ROWS_BEFORE_FLOOR)).isZero();
    }

    @Test
    void the_first_session_decides_the_install_day_also_against_older_observations() {
        var activity =
                read(memory().observation("2026-04-01T08:00:00Z").session(START).session("2026-05-03T08:00:00Z"));
        assertThat(activity.installDay()).contains(LocalDate.of(2026, 5, 1));
        assertThat(activity.rollups())
                .extracting(DailyRollup::day)
                .containsExactly(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 3));
        assertThat(finding(activity, ROWS_BEFORE_INSTALL_DAY)).hasValueSatisfying(finding -> {
            assertThat(finding.count()).isEqualTo(1);
            assertThat(finding.days()).containsExactly(LocalDate.of(2026, 4, 1));
        });
    }

    @Test
    void rows_of_the_install_day_before_the_first_session_count() {
        var activity = read(memory().observation("2026-05-01T00:00:00Z").session(START));
        assertThat(rollup(activity, "2026-05-01")).containsEntry(OBSERVATION_COUNT, number(1));
    }

    @Test
    void sessions_that_do_not_count_leave_the_install_day_to_the_observations() {
        var activity = read(memory().row(SESSIONS, null)
                .row(SESSIONS, "soon")
                .row(SESSIONS, millis("2023-05-01T08:00:00Z"))
                .row(SESSIONS, millis("2033-05-01T08:00:00Z"))
                .row(SESSIONS, seconds("2023-05-01T08:00:00Z"))
                .observation("2026-05-20T10:00:00Z"));
        assertThat(activity.installDay()).contains(LocalDate.of(2026, 5, 20));
        assertThat(activity.rollups()).hasSize(1);
    }

    @Test
    void a_session_in_seconds_decides_as_well() {
        var activity = read(memory().row(SESSIONS, seconds(START)).session("2026-05-02T08:00:00Z"));
        assertThat(activity.installDay()).contains(LocalDate.of(2026, 5, 1));
    }

    @Test
    void without_sessions_and_observations_there_is_no_install_day_and_nothing_to_send() {
        var activity = read(memory().summary("2026-05-20T10:00:00Z", 5).prompt("2026-05-20T10:00:00Z"));
        assertThat(activity.installDay()).isEmpty();
        assertThat(activity.window()).isEmpty();
        assertThat(activity.rollups()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-13T11:59:59.999Z, 2026-05-10, false",
        "2026-05-13T12:00:00.000Z, 2026-05-11, true",
        "2026-05-14T11:59:59.999Z, 2026-05-11, true"
    })
    void the_last_full_day_ends_sixty_hours_before_now(Instant now, LocalDate lastFullDay, boolean sent) {
        var database = memory().session("2026-05-11T23:59:59.999Z").writeTo(folder);
        var activity = read(database, now);
        assertThat(activity.lastFullDay()).isEqualTo(lastFullDay);
        assertThat(activity.window().isPresent()).isEqualTo(sent);
        assertThat(activity.rollups()).hasSize(sent ? 1 : 0);
        assertThat(count(activity, ROWS_TOO_YOUNG)).isEqualTo(sent ? 0 : 1);
    }

    @Test
    void rows_after_the_last_full_day_are_too_young() {
        var activity = read(memory().session(START)
                .observation("2026-06-09T23:59:59.999Z")
                .observation("2026-06-10T00:00:00.000Z")
                .prompt("2026-06-12T09:00:00Z"));
        assertThat(counted(activity)).isEqualTo(1);
        assertThat(finding(activity, ROWS_TOO_YOUNG)).hasValueSatisfying(finding -> {
            assertThat(finding.count()).isEqualTo(2);
            assertThat(new Texts().say(finding.message())).isEqualTo("rows too young to send");
        });
    }

    @Test
    void odd_rows_are_counted_over_all_tables() {
        var fixture = memory().session(START);
        for (var table : SourceTable.values()) {
            fixture.row(table, null)
                    .row(table, Long.MAX_VALUE)
                    .row(table, 1)
                    .row(table, seconds("2026-05-20T10:00:00Z"));
        }
        var activity = read(fixture);
        assertThat(count(activity, CORRUPT_EPOCHS)).isEqualTo(4);
        assertThat(count(activity, FUTURE_ROWS)).isEqualTo(4);
        assertThat(count(activity, ROWS_BEFORE_FLOOR)).isEqualTo(4);
        assertThat(count(activity, SECOND_EPOCHS)).isEqualTo(4);
    }

    @Test
    void findings_come_with_the_warnings_first() {
        var activity = read(memory().session(START).row(OBSERVATIONS, null).row(OBSERVATIONS, 1));
        assertThat(activity.findings()).extracting(Finding::code).containsExactly(CORRUPT_EPOCHS, ROWS_BEFORE_FLOOR);
    }
}
