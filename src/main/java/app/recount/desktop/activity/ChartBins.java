package app.recount.desktop.activity;

import app.recount.memory.RollupMetric;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The days of the chart, put together where there are more of them than bars that can be told apart.
 *
 * @param daysPerBin 1 unless days had to be put together
 */
record ChartBins(List<Bin> bins, int daysPerBin) {

    /**
     * A bar.
     *
     * @param value the sum over its days; empty where none of them sends the key
     * @param events how many of its days have an event
     */
    record Bin(LocalDate first, LocalDate last, Optional<BigDecimal> value, int events) {

        DayRange days() {
            return new DayRange(first, last);
        }
    }

    static final ChartBins NONE = new ChartBins(List.of(), 1);

    /** Cuts the days from {@code first} to {@code last} into at most {@code limit} bins of equal length. */
    static ChartBins of(Collection<EventRow> rows, RollupMetric metric, LocalDate first, LocalDate last, int limit) {
        int days = Math.toIntExact(ChronoUnit.DAYS.between(first, last) + 1);
        int perBin = Math.max(1, Math.ceilDiv(days, Math.max(1, limit)));
        int count = Math.ceilDiv(days, perBin);
        var sums = new BigDecimal[count];
        var events = new int[count];
        for (var row : rows) {
            if (row.isDaily() && !row.day().isBefore(first) && !row.day().isAfter(last)) {
                int at = Math.toIntExact(ChronoUnit.DAYS.between(first, row.day())) / perBin;
                events[at]++;
                row.value(metric).ifPresent(value -> sums[at] = sums[at] == null ? value : sums[at].add(value));
            }
        }
        var bins = new ArrayList<Bin>(count);
        for (int i = 0; i < count; i++) {
            var from = first.plusDays((long) i * perBin);
            var to = from.plusDays(perBin - 1L);
            bins.add(new Bin(from, to.isAfter(last) ? last : to, Optional.ofNullable(sums[i]), events[i]));
        }
        return new ChartBins(bins, perBin);
    }

    BigDecimal highest() {
        return bins.stream()
                .flatMap(bin -> bin.value().stream())
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
    }
}
