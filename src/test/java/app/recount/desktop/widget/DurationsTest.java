package app.recount.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({"0, 0 s, 0 s", "59, 59 s, 59 s", "60, 1 m 00 s, 1 m", "2282, 38 m 02 s, 38 m", "7440, 2 h 04 m, 2 h"})
    @CsvSource({"86399, 23 h 59 m, 23 h", "262800, 3 d 01 h, 3 d", "-5, 0 s, 0 s"})
    void a_span_is_written_exactly_in_two_units_and_roughly_in_one(long seconds, String exact, String rough) {
        assertThat(Durations.exact(Duration.ofSeconds(seconds))).isEqualTo(exact);
        assertThat(Durations.rough(Duration.ofSeconds(seconds))).isEqualTo(rough);
    }
}
