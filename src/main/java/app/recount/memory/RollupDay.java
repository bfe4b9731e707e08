package app.recount.memory;

import app.recount.memory.MetricSource.Derived;
import app.recount.memory.MetricSource.DistinctValues;
import app.recount.memory.MetricSource.Presence;
import app.recount.memory.MetricSource.RowSum;
import app.recount.memory.MetricSource.TurnSum;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * One day on its way to a rollup: which keys it has, and with which value.
 *
 * @param rollup what can be sent
 * @param tooLarge the metrics whose value cannot be sent because it is beyond what JSON readers keep exactly
 */
record RollupDay(DailyRollup rollup, Set<RollupMetric> tooLarge) {

    static RollupDay of(Counts counts, LocalDate day) {
        var values = new EnumMap<RollupMetric, BigDecimal>(RollupMetric.class);
        var withoutValue = new EnumMap<RollupMetric, Long>(RollupMetric.class);
        var tooLarge = EnumSet.noneOf(RollupMetric.class);
        var buckets = new EnumMap<SourceTable, BucketCount>(SourceTable.class);
        counts.tables().forEach((table, count) -> buckets.put(table, count.on(day)));
        // in the order of the enum, where inputs stand before what is derived from them
        for (var metric : counts.metrics()) {
            switch (metric.source()) {
                case RowSum sum -> {
                    var bucket = buckets.getOrDefault(sum.table(), BucketCount.EMPTY);
                    var total = bucket.total(metric);
                    if (bucket.rows() > total.rows()) {
                        withoutValue.put(metric, bucket.rows() - total.rows());
                    }
                    if (bucket.rows() > 0) {
                        total.value()
                                .ifPresentOrElse(
                                        value -> put(values, metric, value, sum.presence()),
                                        () -> tooLarge.add(metric));
                    }
                }
                case TurnSum sum -> {
                    var total = Total.NONE;
                    long turns = 0;
                    for (var table : sum.tables()) {
                        var bucket = buckets.getOrDefault(table, BucketCount.EMPTY);
                        total = total.plus(bucket.total(metric));
                        turns += bucket.rows();
                    }
                    if (turns > total.rows()) {
                        withoutValue.put(metric, turns - total.rows());
                    }
                    if (total.rows() > 0) {
                        total.value().ifPresentOrElse(value -> values.put(metric, value), () -> tooLarge.add(metric));
                    }
                }
                case DistinctValues _ -> {
                    var count = counts.distinct().getOrDefault(metric, Map.of()).get(day);
                    if (count != null) {
                        values.put(metric, count);
                    }
                }
                case Derived derived -> {
                    // an input that is left out for its size is not zero, so nothing can be derived from it
                    if (Collections.disjoint(derived.inputs(), tooLarge)) {
                        derived.function().apply(values).ifPresent(value -> values.put(metric, value));
                    } else {
                        tooLarge.add(metric);
                    }
                }
            }
        }
        return new RollupDay(new DailyRollup(day, values, rows(buckets), withoutValue), tooLarge);
    }

    private static void put(
            Map<RollupMetric, BigDecimal> values, RollupMetric metric, BigDecimal value, Presence presence) {
        if (presence == Presence.WITH_ROWS || value.signum() > 0) {
            values.put(metric, value);
        }
    }

    private static Map<SourceTable, Long> rows(Map<SourceTable, BucketCount> buckets) {
        var rows = new EnumMap<SourceTable, Long>(SourceTable.class);
        buckets.forEach((table, bucket) -> {
            if (bucket.rows() > 0) {
                rows.put(table, bucket.rows());
            }
        });
        return rows;
    }
}
