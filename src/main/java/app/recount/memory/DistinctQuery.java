package app.recount.memory;

import static java.util.stream.Collectors.joining;

import app.recount.memory.MetricSource.DistinctValues;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the distinct values of a column per day over several tables; the values stay inside SQLite. */
final class DistinctQuery {

    private final DistinctValues distinct;
    private final List<CountableTable> tables;
    private final Instant now;

    DistinctQuery(DistinctValues distinct, List<CountableTable> tables, Instant now) {
        this.distinct = distinct;
        this.tables = tables;
        this.now = now;
    }

    static List<MemoryStatement> statements(CountablePart part, Instant now) {
        return part.metrics().stream()
                .map(RollupMetric::source)
                .filter(DistinctValues.class::isInstance)
                .map(DistinctValues.class::cast)
                .map(values -> new DistinctQuery(values, part.of(values), now).statement())
                .toList();
    }

    /** Days without a row are not in the result, days whose values are all NULL are there with 0. */
    Map<LocalDate, BigDecimal> count(MemoryConnection memory) throws SQLException {
        try (var select = memory.prepare(statement());
                var rows = select.executeQuery()) {
            var counts = new HashMap<LocalDate, BigDecimal>();
            while (rows.next()) {
                if (DayBucket.isDay(rows.getLong(1))) {
                    counts.put(DayBucket.day(rows.getLong(1)), BigDecimal.valueOf(rows.getLong(2)));
                }
            }
            return counts;
        }
    }

    MemoryStatement statement() {
        return new MemoryStatement(
                Purpose.DAYS, "SELECT bucket, count(value)\n%s\nGROUP BY bucket".formatted(values()));
    }

    /**
     * The FROM of a query over what is different on each day. DISTINCT over all tables at once keeps only as much as there are
     * different values, and looks each row up once; count(DISTINCT …) would sort every row.
     */
    String values() {
        return tables.stream()
                .map(table -> """
                                SELECT
                                    %s >> 1 AS bucket,
                                    %s AS value
                                FROM %s
                        """.formatted(
                                DayBucket.markSql(table.epoch(), now).indent(12).strip(),
                                CountableTable.quoted(distinct.column()),
                                table.name()))
                .collect(joining("        UNION ALL\n", """
                        FROM (
                            SELECT DISTINCT bucket, value COLLATE BINARY AS value
                            FROM (
                        """, "    )\n)"));
    }
}
