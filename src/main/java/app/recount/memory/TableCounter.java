package app.recount.memory;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * Reads a table once and counts it by bucket. It goes in slices of row numbers, so that what SQLite sorts always fits into a little
 * memory, however large the table, and so that there is something to report on the way.
 */
final class TableCounter {

    private static final int SLICE = 20_000;

    private final MemoryConnection memory;
    private final Instant now;

    TableCounter(MemoryConnection memory, Instant now) {
        this.memory = memory;
        this.now = now;
    }

    /** The one that reads the table: again and again for slices, if its rows have numbers. */
    static MemoryStatement statement(CountableTable table, Instant now) {
        var query = new RollupQuery(table, now);
        var sql = table.rowNumber()
                .map(name ->
                        query.sql(name, "WHERE %1$s BETWEEN ? AND ? ORDER BY %1$s LIMIT %2$d".formatted(name, SLICE)))
                .orElseGet(() -> query.sql("0", "LIMIT -1"));
        return new MemoryStatement(Purpose.DAYS, sql);
    }

    /** The one that finds both ends of a table: each in a sub-select, so that SQLite walks there and not through the table. */
    static Optional<MemoryStatement> ends(CountableTable table) {
        return table.rowNumber()
                .map(name -> "SELECT (SELECT min(%1$s) FROM %2$s), (SELECT max(%1$s) FROM %2$s)"
                        .formatted(name, table.name()))
                .map(sql -> new MemoryStatement(Purpose.ROWS, sql));
    }

    /**
     * Where to divide a table for two to count it: the first row number of the second part. Empty for a table that is small, or whose
     * rows have no numbers. Says nothing of what each part holds: gaps make them uneven, not wrong.
     *
     * @param share of the numbers that the first part gets
     */
    OptionalLong division(CountableTable table, double share) throws SQLException {
        var ends = ends(table);
        if (ends.isEmpty()) {
            return OptionalLong.empty();
        }
        try (var select = memory.prepare(ends.get());
                var row = select.executeQuery()) {
            row.next();
            double first = row.getLong(1);
            double last = row.getLong(2);
            return last - first < 2 * SLICE
                    ? OptionalLong.empty()
                    : OptionalLong.of((long) (first * (1 - share) + last * share));
        }
    }

    /**
     * Counts the rows whose numbers lie in {@code [first, last]}; where rows have no numbers, all of them.
     *
     * @param progress is told how many rows were read so far
     */
    TableCount count(CountableTable table, long first, long last, LongConsumer progress) throws SQLException {
        var query = new RollupQuery(table, now);
        var buckets = new TreeMap<Long, BucketCount>();
        try (var select = memory.prepare(statement(table, now))) {
            if (table.rowNumber().isEmpty()) {
                slice(query, select, buckets);
                return new TableCount(buckets);
            }
            long read = 0;
            var next = first;
            while (true) {
                select.setLong(1, next);
                select.setLong(2, last);
                var slice = slice(query, select, buckets);
                read += slice.rows();
                progress.accept(read);
                if (slice.rows() < SLICE || slice.last() == last) {
                    return new TableCount(buckets);
                }
                next = slice.last() + 1;
            }
        }
    }

    private record Slice(long rows, long last) {}

    private static Slice slice(RollupQuery query, PreparedStatement select, SortedMap<Long, BucketCount> buckets)
            throws SQLException {
        long count = 0;
        var last = Long.MIN_VALUE;
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                query.addTo(buckets.computeIfAbsent(RollupQuery.bucket(rows), _ -> new BucketCount()), rows);
                count += RollupQuery.rows(rows);
                last = Math.max(last, RollupQuery.lastRowNumber(rows));
            }
        }
        return new Slice(count, last);
    }
}
