package app.recount.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final LocalDate FIRST = LocalDate.parse("2025-06-05");

    @Test
    void a_day_on_an_axis_is_named_by_its_month_and_year_only_where_its_day_would_stand_there_twice() {
        assertThat(Figures.onAxis(FIRST, FIRST, LocalDate.parse("2026-06-04"))).isEqualTo("5 Jun");
        assertThat(Figures.onAxis(FIRST, FIRST, LocalDate.parse("2026-06-05"))).isEqualTo("Jun 2025");
    }
}
