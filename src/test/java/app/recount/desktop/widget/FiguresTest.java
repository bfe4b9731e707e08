package app.recount.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void absent_zero_and_a_value_are_three_things() {
        assertThat(Figures.of(Optional.empty())).isEqualTo("–");
        assertThat(Figures.of(Optional.of(BigDecimal.ZERO))).isEqualTo("0");
        assertThat(Figures.of(Optional.of(new BigDecimal("63082")))).isEqualTo("63,082");
    }

    @Test
    void a_fraction_is_not_rounded_away() {
        assertThat(Figures.of(new BigDecimal("1234.5"))).isEqualTo("1,234.5");
    }

    @Test
    void the_largest_safe_sum_keeps_every_digit() {
        assertThat(Figures.of(new BigDecimal("9007199254740991"))).isEqualTo("9,007,199,254,740,991");
    }

    @Test
    void an_axis_is_rough() {
        assertThat(Figures.rough(60_000)).isEqualTo("60k");
        assertThat(Figures.rough(1_500_000)).isEqualTo("1.5M");
        assertThat(Figures.rough(0)).isEqualTo("0");
    }

    @Test
    void a_year_is_said_once_where_it_is_the_same() {
        assertThat(Figures.days(LocalDate.parse("2026-05-11"), LocalDate.parse("2026-06-09")))
                .isEqualTo("11 May – 9 Jun 2026");
        assertThat(Figures.days(LocalDate.parse("2025-10-30"), LocalDate.parse("2026-06-09")))
                .isEqualTo("30 Oct 2025 – 9 Jun 2026");
    }

    @Test
    void what_lies_below_home_begins_with_a_tilde() {
        var names = new PathNames(Path.of("/home/ada"));

        assertThat(names.of(Path.of("/home/ada/.claude-mem/claude-mem.db"))).isEqualTo("~/.claude-mem/claude-mem.db");
        assertThat(names.of(Path.of("/home/ada2/x"))).isEqualTo("/home/ada2/x");
    }

    @Test
    void sizes_are_rough_and_never_show_four_digits() {
        assertThat(Figures.size(0)).isEqualTo("0 B");
        assertThat(Figures.size(999)).isEqualTo("999 B");
        assertThat(Figures.size(1_000)).isEqualTo("1.0 kB");
        assertThat(Figures.size(9_960)).isEqualTo("10 kB");
        assertThat(Figures.size(999_499)).isEqualTo("999 kB");
        assertThat(Figures.size(999_500)).isEqualTo("1.0 MB");
        assertThat(Figures.size(1_900_000)).isEqualTo("1.9 MB");
        assertThat(Figures.size(Long.MAX_VALUE)).endsWith(" TB");
    }
}
