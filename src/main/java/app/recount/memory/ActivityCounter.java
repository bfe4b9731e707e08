package app.recount.memory;

import app.recount.memory.MetricSource.DistinctValues;
import app.recount.store.Progress;
import app.recount.text.Wording;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs every query of a reading over one opened database. */
final class ActivityCounter {

    private final MemoryConnection memory;
    private final Opening another;
    private final DatabaseProblems problems;
    private final Instant now;
    private final Progress progress;

    /** @param another for what is counted on a second connection at the same time */
    ActivityCounter(
            MemoryConnection memory, Opening another, DatabaseProblems problems, Instant now, Progress progress) {
        this.memory = memory;
        this.another = another;
        this.problems = problems;
        this.now = now;
        this.progress = progress;
    }

    Counts count(CountablePart part, List<KeptTurn> kept) throws SQLException {
        var pieces = new Pieces();
        for (var table : part.tables().values()) {
            TableCounter.divide(memory, table, pieces);
        }
        var read = new RowsRead();
        // closed first, so that nobody waits for what no longer counts
        try (var beside = new Beside<>(() -> beside(part, pieces, read));
                pieces) {
            var expected = sizes(part);
            var own = count(memory, pieces, read.reporting(expected, progress));
            var turns = new TurnTally(kept, now);
            if (part.turns().isPresent()) {
                count(part.turns().get(), turns);
            }
            turns.addKept();
            var rest = beside.await();
            var tables = new EnumMap<SourceTable, TableCount>(SourceTable.class);
            for (var table : part.tables().keySet()) {
                var count = own.getOrDefault(table, TableCount.NONE)
                        .and(rest.tables().getOrDefault(table, TableCount.NONE));
                checkWhole(table, expected.getOrDefault(table, 0L), count.rows());
                tables.put(table, count);
            }
            tables.putAll(turns.tables());
            var installDay = installDay(tables);
            var window = installDay.flatMap(day -> DayWindow.of(day, now));
            return new Counts(
                    part.metrics(), tables, installDay, window, turns.groups(), turns.leftAside(), rest.distinct());
        }
    }

    /**
     * What was counted beside.
     *
     * @param tables of the tables only what this one took
     */
    private record BesideCount(
            Map<RollupMetric, Map<LocalDate, BigDecimal>> distinct, Map<SourceTable, TableCount> tables) {}

    /** Distinct values first, because nobody can help with them; then whatever is left of the tables. */
    private BesideCount beside(CountablePart part, Pieces pieces, RowsRead read) throws SQLException {
        try (var own = another.open()) {
            return new BesideCount(distinct(part, own), count(own, pieces, read.silent()));
        } catch (SQLException | RuntimeException e) {
            pieces.close();
            throw e;
        }
    }

    private Map<SourceTable, TableCount> count(
            MemoryConnection connection, Pieces pieces, PieceCounter.RowProgress rows) throws SQLException {
        try (var counter = new PieceCounter(connection, now)) {
            return counter.count(pieces, rows);
        }
    }

    /** Reads the tables once more, for their distinct values alone. */
    private Map<RollupMetric, Map<LocalDate, BigDecimal>> distinct(CountablePart part, MemoryConnection own)
            throws SQLException {
        var distinct = new EnumMap<RollupMetric, Map<LocalDate, BigDecimal>>(RollupMetric.class);
        for (var metric : part.metrics()) {
            if (metric.source() instanceof DistinctValues values) {
                distinct.put(metric, new DistinctQuery(values, part.of(values), now).count(own));
            }
        }
        return distinct;
    }

    private void count(CountableTable table, TurnTally turns) throws SQLException {
        var expected = rows(table);
        progress.report(Wording.of("step.counting", table.source().tableName()), -1);
        checkWhole(table.source(), expected, new TurnReader(memory, table, now).readInto(turns));
    }

    /**
     * Compares what was read with what SQLite counted in the smallest index: a damaged tree that lost some of its pages, but is whole
     * in itself, is noticed only so.
     */
    private void checkWhole(SourceTable table, long expected, long read) {
        if (read != expected) {
            throw problems.corrupt("index", table.tableName());
        }
    }

    private Map<SourceTable, Long> sizes(CountablePart part) throws SQLException {
        var sizes = new EnumMap<SourceTable, Long>(SourceTable.class);
        for (var table : part.tables().values()) {
            sizes.put(table.source(), rows(table));
        }
        return sizes;
    }

    private long rows(CountableTable table) throws SQLException {
        try (var select = memory.prepare(allRows(table));
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** All that is prepared to know how large a table is. */
    static Stream<MemoryStatement> sizes(CountableTable table) {
        return Stream.concat(Stream.of(allRows(table)), TableCounter.ends(table).stream());
    }

    static MemoryStatement allRows(CountableTable table) {
        return new MemoryStatement(Purpose.ROWS, "SELECT count(*) FROM " + table.name());
    }

    /** The first session decides; observations only where there is no session that counts. */
    private static Optional<LocalDate> installDay(Map<SourceTable, TableCount> tables) {
        return firstDay(tables, SourceTable.SESSIONS).or(() -> firstDay(tables, SourceTable.OBSERVATIONS));
    }

    private static Optional<LocalDate> firstDay(Map<SourceTable, TableCount> tables, SourceTable table) {
        return tables.getOrDefault(table, TableCount.NONE).firstDay();
    }
}
