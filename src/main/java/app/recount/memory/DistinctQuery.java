package app.recount.memory;

import app.recount.memory.MetricSource.DistinctValues;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts the distinct values of a column per day over several tables; the values stay inside SQLite. */
final class DistinctQuery {

    private final Connection connection;
    private final Instant now;

    DistinctQuery(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** Days without a row are not in the result, days whose values are all NULL are there with 0. */
    Map<LocalDate, BigDecimal> count(DistinctValues distinct, List<CountableTable> tables, DayWindow window)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql(distinct, tables))) {
            statement.setLong(1, window.installDay().toEpochDay());
            statement.setLong(2, window.lastFullDay().toEpochDay());
            var counts = new HashMap<LocalDate, BigDecimal>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.put(DayBucket.day(rows.getLong(1)), BigDecimal.valueOf(rows.getLong(2)));
                }
            }
            return counts;
        }
    }

    /** DISTINCT over pairs keeps only as much as there are different values; count(DISTINCT …) would sort every row. */
    private String sql(DistinctValues distinct, List<CountableTable> tables) {
        var column = CountableTable.quoted(distinct.column());
        var union = tables.stream()
                .map(table -> "SELECT %s AS bucket, %s COLLATE BINARY AS value FROM %s"
                        .formatted(DayBucket.sql(table.epoch(), now), column, table.name()))
                .collect(Collectors.joining("\nUNION ALL\n"));
        return """
                SELECT bucket, count(value)
                FROM (
                    SELECT DISTINCT bucket, value COLLATE BINARY AS value
                    FROM (%s)
                    WHERE bucket BETWEEN ? AND ?)
                GROUP BY bucket
                """.formatted(union);
    }
}
