package app.recount.memory;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was counted of one table, by bucket. */
record TableCount(SortedMap<Long, BucketCount> buckets) {

    static final TableCount NONE = new TableCount(Collections.emptySortedMap());

    TableCount {
        buckets = Collections.unmodifiableSortedMap(new TreeMap<>(buckets));
    }

    /** With the rows of another part of the table. */
    TableCount and(TableCount other) {
        var both = new TreeMap<>(buckets);
        other.buckets.forEach((bucket, count) -> both.merge(bucket, count, BucketCount::and));
        return new TableCount(both);
    }

    BucketCount bucket(long bucket) {
        return buckets.getOrDefault(bucket, BucketCount.EMPTY);
    }

    BucketCount on(LocalDate day) {
        return bucket(day.toEpochDay());
    }

    /** Only the buckets that are days. */
    SortedMap<Long, BucketCount> days() {
        return buckets.tailMap(0L);
    }

    Optional<LocalDate> firstDay() {
        return days().isEmpty() ? Optional.empty() : Optional.of(DayBucket.day(days().firstKey()));
    }

    long rows() {
        return buckets.values().stream().mapToLong(BucketCount::rows).sum();
    }
}
