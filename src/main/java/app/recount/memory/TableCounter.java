package app.recount.memory;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
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
                .map(name -> query.sql(name, "WHERE %1$s >= ? ORDER BY %1$s LIMIT %2$d".formatted(name, SLICE)))
                .orElseGet(() -> query.sql("0", "LIMIT -1"));
        return new MemoryStatement(Purpose.DAYS, sql);
    }

    /** @param progress is told how many rows were read so far */
    TableCount count(CountableTable table, LongConsumer progress) throws SQLException {
        var query = new RollupQuery(table, now);
        var buckets = new TreeMap<Long, BucketCount>();
        try (var select = memory.prepare(statement(table, now))) {
            if (table.rowNumber().isEmpty()) {
                slice(query, select, buckets);
                return new TableCount(buckets);
            }
            long read = 0;
            var next = Long.MIN_VALUE;
            while (true) {
                select.setLong(1, next);
                var slice = slice(query, select, buckets);
                read += slice.rows();
                progress.accept(read);
                if (slice.rows() < SLICE || slice.last() == Long.MAX_VALUE) {
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
