package app.recount.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValueAxisTest {

    @Test
    void lines_stand_at_round_values() {
        assertThat(ValueAxis.upTo(63_082, 3).ticks()).containsExactly(0.0, 20_000.0, 40_000.0, 60_000.0);
        assertThat(ValueAxis.upTo(350_000, 3).ticks()).containsExactly(0.0, 100_000.0, 200_000.0, 300_000.0);
    }

    @Test
    void counters_have_no_line_between_two_whole_numbers() {
        assertThat(ValueAxis.upTo(2, 4).ticks()).containsExactly(0.0, 1.0, 2.0);
    }

    @Test
    void nothing_has_only_its_zero() {
        assertThat(ValueAxis.upTo(0, 3).ticks()).isEqualTo(List.of(0.0));
    }
}
