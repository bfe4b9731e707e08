package app.recount.memory;

import app.recount.memory.MetricSource.TurnSum;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the compression turns of a memory database row by row: only so money can be summed exactly, and a turn be told from the same
 * one in Recount's own store. A column that is not there reads as NULL.
 */
final class TurnReader {

    /** What a turn is known by. */
    static final List<String> KEY = List.of("memory_session_id", "turn");

    static final List<String> NAMES = List.of("memory_session_id", "turn", "model", "provider");

    private static final int FIRST_FIGURE = 6;

    private final MemoryConnection memory;
    private final CountableTable table;
    private final Instant now;

    /** Models and providers are few, and each name is held once. */
    private final Map<String, String> names = new HashMap<>();

    TurnReader(MemoryConnection memory, CountableTable table, Instant now) {
        this.memory = memory;
        this.table = table;
        this.now = now;
    }

    /** Returns the number of rows. */
    long readInto(TurnTally tally) throws SQLException {
        try (var select = memory.prepare(statement(table, now));
                var row = select.executeQuery()) {
            long rows = 0;
            while (row.next()) {
                tally.add(key(row), row.getLong(1), name(row, 4), name(row, 5), figures(row));
                rows++;
            }
            return rows;
        }
    }

    static MemoryStatement statement(CountableTable table, Instant now) {
        var columns = Stream.of(
                        Stream.of(DayBucket.markSql(table.epoch(), now)),
                        NAMES.stream().map(name -> column(table, name)),
                        TurnTally.METRICS.stream().map(metric -> figure(table, (TurnSum) metric.source())))
                .flatMap(each -> each)
                .collect(Collectors.joining(", "));
        return new MemoryStatement(Purpose.TURNS, "SELECT %s FROM %s".formatted(columns, table.name()));
    }

    /** Adding 0 turns texts and blobs into the numbers that SUM would take them for. */
    static String figure(CountableTable table, TurnSum sum) {
        return column(table, sum.column()) + " + 0";
    }

    static String column(CountableTable table, String name) {
        return table.relation().has(name) ? CountableTable.quoted(name) : "NULL";
    }

    private static Optional<TurnKey> key(ResultSet row) throws SQLException {
        return row.getObject(2) instanceof String session && row.getObject(3) instanceof Number turn && isWhole(turn)
                ? Optional.of(new TurnKey(session, turn.longValue()))
                : Optional.empty();
    }

    private static boolean isWhole(Number number) {
        return number instanceof Integer || number instanceof Long;
    }

    private String name(ResultSet row, int column) throws SQLException {
        var name = Objects.requireNonNullElse(row.getString(column), "");
        return names.computeIfAbsent(name, same -> same);
    }

    private static Map<RollupMetric, BigDecimal> figures(ResultSet row) throws SQLException {
        var figures = new EnumMap<RollupMetric, BigDecimal>(RollupMetric.class);
        int column = FIRST_FIGURE;
        for (var metric : TurnTally.METRICS) {
            if (row.getObject(column++) instanceof Number number) {
                figures.put(metric, exact(number));
            }
        }
        return figures;
    }

    /** A fraction as the shortest decimal that means it, which is the one that was written. */
    static BigDecimal exact(Number number) {
        if (isWhole(number)) {
            return BigDecimal.valueOf(number.longValue());
        }
        double fraction = number.doubleValue();
        // an infinity is left out and told of like any other number that is too large
        return Double.isFinite(fraction)
                ? BigDecimal.valueOf(fraction)
                : fraction < 0 ? Total.INFINITE.negate() : Total.INFINITE;
    }
}
