package app.recount.memory;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was counted of one table's rows in one bucket. Filled while a table is read, not changed afterwards. */
final class BucketCount {

    /** Of a bucket that no row fell into. */
    static final BucketCount EMPTY = new BucketCount();

    private long rows;
    private long inSeconds;
    private final Map<RollupMetric, Total> totals = new EnumMap<>(RollupMetric.class);

    void addRows(long more, long moreInSeconds) {
        rows += more;
        inSeconds += moreInSeconds;
    }

    void add(RollupMetric metric, Total total) {
        totals.merge(metric, total, Total::plus);
    }

    BucketCount and(BucketCount other) {
        var both = new BucketCount();
        for (var each : List.of(this, other)) {
            both.addRows(each.rows, each.inSeconds);
            each.totals.forEach(both::add);
        }
        return both;
    }

    long rows() {
        return rows;
    }

    long inSeconds() {
        return inSeconds;
    }

    Total total(RollupMetric metric) {
        return totals.getOrDefault(metric, Total.NONE);
    }
}
