package app.recount.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The timestamps of logs. */
class LogTimeTest {

    @Property
    void every_instant_of_four_digit_years_is_read_as_it_is_written(
            @ForAll @LongRange(min = -62_167_219_200L, max = 253_402_300_799L) long second,
            @ForAll @LongRange(min = 0, max = 999_999_999) long nanos) {
        var instant = Instant.ofEpochSecond(second, nanos);
        assertThat(LogTime.of(instant.toString())).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-01T19:00:13.730+02:00, 2026-06-01T17:00:13.730Z",
        "2026-06-01T19:00:13-0130,      2026-06-01T20:30:13Z",
        "2026-06-01T19:00:13+05,        2026-06-01T14:00:13Z",
        "2026-06-01 19:00:13z,          2026-06-01T19:00:13Z",
        "2026-06-01T19:00:13.1234567891Z, 2026-06-01T19:00:13.123456789Z",
        "2026-06-30T23:59:60Z,          2026-07-01T00:00:00Z"
    })
    void offsets_and_other_spellings_are_understood(String text, Instant expected) {
        assertThat(LogTime.of(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rubbish",
                "2026-06-01",
                "2026-06-01T19:00:13",
                "2026-06-01T19:00Z",
                "2026-13-01T19:00:13Z",
                "2026-02-30T19:00:13Z",
                "2026-06-01T24:00:13Z",
                "2026-06-01T19:60:13Z",
                "2026-06-01T19:00:13.Z",
                "2026-06-01T19:00:13ZZ",
                "2026-06-01T19:00:13+",
                "2026-06-01T19:00:13+1",
                "２026-06-01T19:00:13Z",
                "1772452832000"
            })
    void rubbish_and_times_without_a_zone_are_none(String text) {
        assertThat(LogTime.of(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1_772_452_832, Long.MAX_VALUE})
    void numbers_that_are_no_milliseconds_of_our_time_are_none(long number) {
        assertThat(LogTime.ofMillis(number)).isNull();
    }
}
