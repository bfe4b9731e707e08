package app.recount.desktop.activity;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import app.recount.delivery.BackfillPreview;
import app.recount.memory.RollupMetric;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.transformation.SortedList;

/** The model of the Activity page with many days, beside one bare pass over its rows that looks at one figure of each. */
public final class DaysBenchmark {

    private static final int ROUNDS = 30;

    private final ObjectProperty<Optional<BackfillPreview>> preview = new SimpleObjectProperty<>(Optional.empty());
    private final ActivityModel model = new ActivityModel(preview);
    private final SortedList<EventRow> sorted = new SortedList<>(model.filtered());

    private DaysBenchmark(int count) {
        var first = LocalDate.parse("2026-05-14").minusDays(count);
        var days = Days.from(first.toString());
        for (int n = 0; n < count; n++) {
            days.day(
                    first.plusDays(n),
                    Map.of(
                            RollupMetric.OBSERVATION_COUNT,
                            n * 7919L % 97,
                            RollupMetric.DISCOVERY_TOKENS,
                            n * 104_729L % 90_001),
                    Map.of());
        }
        preview.set(Optional.of(days.preview()));
    }

    /** Prints the medians in milliseconds. */
    public static void run(int count) {
        var page = new DaysBenchmark(count);
        page.print("a bare pass over the rows", page::pass);
        page.print("filter by a text, and no longer", () -> {
            page.model.filterText.set("2019-03");
            page.model.filterText.set("");
        });
        page.print("filter by a text that every day has", () -> {
            page.model.filterText.set("20");
            page.model.filterText.set("");
        });
        page.print("sort by a figure, and by day again", () -> {
            page.sorted.setComparator(figure());
            page.sorted.setComparator(comparing(EventRow::day));
        });
        page.print(
                "sum the figures of all days",
                () -> page.model.select(
                        DayRange.between(LocalDate.parse("1990-01-01"), LocalDate.parse("2026-05-14"))));
    }

    private static Comparator<EventRow> figure() {
        return comparing(row -> row.value(RollupMetric.DISCOVERY_TOKENS).orElse(null), nullsFirst(naturalOrder()));
    }

    private void pass() {
        var found = model.rows().stream()
                .filter(row -> row.value(RollupMetric.DISCOVERY_TOKENS).isPresent())
                .count();
        if (found == 0) {
            throw new IllegalStateException("no figures");
        }
    }

    private void print(String what, Runnable work) {
        var times = new double[ROUNDS];
        Arrays.setAll(times, _ -> {
            var begun = System.nanoTime();
            work.run();
            return (System.nanoTime() - begun) / 1e6;
        });
        var first = times[0];
        Arrays.sort(times);
        System.out.printf(
                "%-40s %8.2f ms median, %8.2f ms the first time (%d rows)%n",
                what, times[ROUNDS / 2], first, model.rows().size());
    }
}
