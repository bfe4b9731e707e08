package app.recount.memory;

import app.recount.memory.MetricSource.DistinctValues;
import app.recount.store.Progress;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Runs every query of a reading over one opened database. */
final class ActivityCounter {

    /** The largest table. */
    private static final SourceTable SHARED = SourceTable.OBSERVATIONS;

    /** What is left of it is counted beside: so much that both are ready at about the same time. */
    private static final double OWN_SHARE = 0.7;

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
        var division = division(part);
        try (var beside = new Beside<>(() -> beside(part, division))) {
            var tables = new EnumMap<SourceTable, TableCount>(SourceTable.class);
            for (var table : part.tables().values()) {
                var shared = table.source() == SHARED ? division : OptionalLong.empty();
                tables.put(table.source(), count(table, shared, beside));
            }
            var turns = new TurnTally(kept, now);
            if (part.turns().isPresent()) {
                count(part.turns().get(), turns);
            }
            turns.addKept();
            tables.putAll(turns.tables());
            var installDay = installDay(tables);
            var window = installDay.flatMap(day -> DayWindow.of(day, now));
            return new Counts(
                    part.metrics(),
                    tables,
                    installDay,
                    window,
                    turns.groups(),
                    turns.leftAside(),
                    beside.await().distinct());
        }
    }

    private OptionalLong division(CountablePart part) throws SQLException {
        var table = part.tables().get(SHARED);
        return table == null ? OptionalLong.empty() : new TableCounter(memory, now).division(table, OWN_SHARE);
    }

    /**
     * What is counted beside.
     *
     * @param rest of the table that is shared; nothing if none is
     */
    private record BesideCount(Map<RollupMetric, Map<LocalDate, BigDecimal>> distinct, TableCount rest) {}

    private BesideCount beside(CountablePart part, OptionalLong division) throws SQLException {
        try (var own = another.open()) {
            var distinct = distinct(part, own);
            if (division.isEmpty()) {
                return new BesideCount(distinct, TableCount.NONE);
            }
            var table = Objects.requireNonNull(part.tables().get(SHARED));
            var rest = new TableCounter(own, now).count(table, division.getAsLong(), Long.MAX_VALUE, _ -> {});
            return new BesideCount(distinct, rest);
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

    /**
     * Counts a table, and compares with what SQLite counts in the smallest index: a damaged tree that lost some of its pages, but
     * is whole in itself, is noticed only so.
     */
    private TableCount count(CountableTable table, OptionalLong division, Beside<BesideCount> beside)
            throws SQLException {
        var expected = rows(table);
        var toRead = Math.max(1, expected * (division.isPresent() ? OWN_SHARE : 1));
        var step = "Counting " + table.source().tableName();
        progress.report(step, 0);
        var last = division.isPresent() ? division.getAsLong() - 1 : Long.MAX_VALUE;
        var own = new TableCounter(memory, now)
                .count(table, Long.MIN_VALUE, last, read -> progress.report(step, Math.min(1, read / toRead)));
        var count = division.isPresent() ? own.and(beside.await().rest()) : own;
        checkWhole(table, expected, count.rows());
        return count;
    }

    private void count(CountableTable table, TurnTally turns) throws SQLException {
        var expected = rows(table);
        progress.report("Counting " + table.source().tableName(), -1);
        checkWhole(table, expected, new TurnReader(memory, table, now).readInto(turns));
    }

    private void checkWhole(CountableTable table, long expected, long read) {
        if (read != expected) {
            throw problems.corrupt("Its table %s and the index of it disagree about the number of rows."
                    .formatted(table.source().tableName()));
        }
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
        return Stream.concat(
                Stream.of(allRows(table)),
                table.source() == SHARED ? TableCounter.ends(table).stream() : Stream.empty());
    }

    private static MemoryStatement allRows(CountableTable table) {
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
