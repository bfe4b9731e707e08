package app.recount.desktop.activity;

import static app.recount.memory.RollupMetric.DISCOVERY_TOKENS;
import static app.recount.memory.RollupMetric.OBSERVATION_COUNT;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.delivery.BackfillPreview;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.transformation.SortedList;
import org.junit.jupiter.api.Test;

/** Ten thousand active days: the page shows and exports them all, and adds them up exactly. */
class ManyDaysTest {

    private static final int DAYS = 10_000;

    private static final LocalDate FIRST = LocalDate.parse("2024-02-01");

    private static final long HUGE = 9_007_199_254_740_993L; // no double holds it

    @Test
    void chart_table_filter_and_export_hold_every_day() {
        var days = Days.from(FIRST.toString());
        for (int n = 0; n < DAYS; n++) {
            days.day(FIRST.plusDays(n).toString(), Map.of(OBSERVATION_COUNT, 1L + n, DISCOVERY_TOKENS, HUGE));
        }
        var opened = new SimpleObjectProperty<Optional<BackfillPreview>>(Optional.empty());
        var model = new ActivityModel(opened);
        opened.set(Optional.of(days.preview()));

        assertThat(model.rows()).hasSize(DAYS + 1);
        var sorted = new SortedList<>(
                model.filtered(),
                Comparator.comparing(
                                (EventRow row) -> row.value(OBSERVATION_COUNT).orElse(BigDecimal.ZERO))
                        .reversed());
        assertThat(sorted.getFirst().day()).isEqualTo(FIRST.plusDays(DAYS - 1));
        model.filterText.set("2031-05");
        assertThat(model.filtered()).hasSize(31);
        model.clearFilters();

        var bins = ChartBins.of(model.rows(), DISCOVERY_TOKENS, FIRST, FIRST.plusDays(DAYS - 1), 200);
        assertThat(bins.bins()).hasSizeLessThanOrEqualTo(200);
        assertThat(bins.bins().stream().flatMap(bin -> bin.value().stream()).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualTo(BigDecimal.valueOf(HUGE).multiply(BigDecimal.valueOf(DAYS)));
        assertThat(model.totals.get().orElseThrow().observations())
                .contains(BigDecimal.valueOf(LongStream.rangeClosed(1, DAYS).sum()));
        assertThat(EventExport.csv(model.rows()).lines()).hasSize(DAYS + 2);
        var sealed = opened.get().orElseThrow().sealed();
        assertThat(EventExport.json(sealed, model.rows()).length).isGreaterThan(DAYS * 100);
    }
}
