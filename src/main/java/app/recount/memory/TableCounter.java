package app.recount.memory;

import app.recount.memory.Pieces.Ends;
import app.recount.memory.Pieces.Piece;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * Reads pieces of a table and counts them by bucket. It goes in slices of row numbers, so that what SQLite sorts always fits into a
 * little memory, however large the table, and so that there is something to report on the way.
 */
final class TableCounter implements AutoCloseable {

    /** Small enough that five counts of a slice fit into one number. */
    private static final int SLICE = 4_000;

    private final CountableTable table;
    private final RollupQuery query;
    private final PreparedStatement select;
    private final SortedMap<Long, BucketCount> buckets = new TreeMap<>();

    TableCounter(MemoryConnection memory, CountableTable table, Instant now) throws SQLException {
        this.table = table;
        this.query = query(table, now);
        this.select = memory.prepare(statement(table, now));
    }

    private static RollupQuery query(CountableTable table, Instant now) {
        return new RollupQuery(table, now, table.rowNumber().isPresent() ? SLICE : Long.MAX_VALUE);
    }

    /** The one that reads the table: again and again for slices, if its rows have numbers. */
    static MemoryStatement statement(CountableTable table, Instant now) {
        var query = query(table, now);
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

    /** Adds a table to what is to be counted, divided if its rows have numbers and are many. */
    static void divide(MemoryConnection memory, CountableTable table, Pieces pieces) throws SQLException {
        var statement = ends(table);
        if (statement.isEmpty()) {
            pieces.add(table, Optional.empty(), SLICE);
            return;
        }
        try (var ends = memory.prepare(statement.get());
                var row = ends.executeQuery()) {
            row.next();
            pieces.add(table, Optional.of(new Ends(row.getLong(1), row.getLong(2))), SLICE);
        }
    }

    /**
     * Counts a piece of the table.
     *
     * @param progress is told of rows as they are read
     */
    void count(Piece piece, LongConsumer progress) throws SQLException {
        if (table.rowNumber().isEmpty()) {
            progress.accept(slice().rows());
            return;
        }
        var next = piece.first();
        while (true) {
            select.setLong(1, next);
            select.setLong(2, piece.last());
            var slice = slice();
            progress.accept(slice.rows());
            if (slice.rows() < SLICE || slice.last() == piece.last()) {
                return;
            }
            next = slice.last() + 1;
        }
    }

    /** Everything that was counted so far. */
    TableCount counted() {
        return new TableCount(buckets);
    }

    private record Slice(long rows, long last) {}

    private Slice slice() throws SQLException {
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

    @Override
    public void close() throws SQLException {
        select.close();
    }
}
