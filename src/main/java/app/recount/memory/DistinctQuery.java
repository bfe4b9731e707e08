package app.recount.memory;

import static java.util.stream.Collectors.joining;

import app.recount.memory.MetricSource.DistinctValues;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the distinct values of a column per day over several tables; the values stay inside SQLite. */
final class DistinctQuery {

    private final Connection connection;
    private final Instant now;

    DistinctQuery(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** Days without a row are not in the result, days whose values are all NULL are there with 0. */
    Map<LocalDate, BigDecimal> count(DistinctValues distinct, List<CountableTable> tables) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql(distinct, tables))) {
            var counts = new HashMap<LocalDate, BigDecimal>();
            while (rows.next()) {
                if (DayBucket.isDay(rows.getLong(1))) {
                    counts.put(DayBucket.day(rows.getLong(1)), BigDecimal.valueOf(rows.getLong(2)));
                }
            }
            return counts;
        }
    }

    /**
     * DISTINCT keeps only as much as there are different values; count(DISTINCT …) would sort every row. UNION compares once more,
     * but only what each table has left.
     */
    private String sql(DistinctValues distinct, List<CountableTable> tables) {
        return tables.stream()
                .map(table -> """
                        SELECT DISTINCT (%s) >> 1 AS bucket, %s COLLATE BINARY AS value
                        FROM %s
                        """.formatted(
                        DayBucket.markSql(table.epoch(), now), CountableTable.quoted(distinct.column()), table.name()))
                .collect(joining("UNION\n", "SELECT bucket, count(value)\nFROM (", ")\nGROUP BY bucket"));
    }
}
