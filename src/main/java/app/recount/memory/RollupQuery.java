package app.recount.memory;

import app.recount.memory.MetricSource.Contribution;
import app.recount.memory.MetricSource.RowSum;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The query that counts a table by bucket, made from the metrics, and how its rows are read. Result columns: mark, last row
 * number, rows, then those of each metric.
 */
final class RollupQuery {

    private static final int FIRST_METRIC = 4;

    private final CountableTable table;
    private final List<RollupMetric> metrics;
    private final Instant now;

    RollupQuery(CountableTable table, Instant now) {
        this.table = table;
        this.metrics = table.metrics();
        this.now = now;
    }

    /**
     * The inner SELECT turns each row into a few small numbers; its LIMIT keeps SQLite from flattening it into the outer one, which
     * would drag whole texts through the sorter of the GROUP BY, and lets it load only the length of a text.
     *
     * @param rows which rows to take: everything that may follow FROM, with a LIMIT
     */
    String sql(String rowNumber, String rows) {
        var inner = new ArrayList<String>();
        inner.add(rowNumber + " AS row_number");
        inner.add(DayBucket.markSql(table.epoch(), now) + " AS mark");
        var outer = new ArrayList<>(List.of("mark", "max(row_number)", "count(*)"));
        IntStream.range(0, metrics.size()).forEach(n -> {
            var sum = source(metrics.get(n));
            if (sum.contribution() != Contribution.ROW) {
                inner.add(contribution(sum) + " AS c" + n);
                outer.addAll(aggregates(sum, "c" + n));
            }
        });
        return """
                SELECT %s
                FROM (SELECT %s FROM %s %s)
                GROUP BY mark
                """.formatted(String.join(", ", outer), String.join(", ", inner), table.name(), rows);
    }

    private static RowSum source(RollupMetric metric) {
        return (RowSum) metric.source();
    }

    /** Adding 0 turns texts and blobs into the numbers that SUM takes them for. */
    static String contribution(RowSum sum) {
        return switch (sum.contribution()) {
            case ROW, FLAG, LENGTH -> sum.sql();
            case NUMBER -> "(%s) + 0".formatted(sum.sql());
        };
    }

    /** The sum of contributions as one number, 0 where there is none. Floating-point numbers are added as SQLite adds them. */
    static String total(RowSum sum, String column) {
        return switch (sum.contribution()) {
            case ROW -> "count(*)";
            case FLAG, LENGTH -> "coalesce(sum(%s), 0)".formatted(column);
            case NUMBER -> {
                var parts = aggregates(sum, column);
                yield "coalesce(%s * 4294967296 + %s, 0) + coalesce(%s, 0)"
                        .formatted(parts.get(1), parts.get(2), parts.get(4));
            }
        };
    }

    /** Integers are summed in two halves, neither of which can overflow: SQLite's own SUM would fail. */
    private static List<String> aggregates(RowSum sum, String column) {
        return switch (sum.contribution()) {
            case ROW -> List.of();
            case FLAG -> List.of("sum(%s)".formatted(column));
            case LENGTH -> List.of("count(%s)".formatted(column), "sum(%s)".formatted(column));
            case NUMBER ->
                List.of(
                        "count(%s)".formatted(column),
                        "sum(CASE typeof(%1$s) WHEN 'integer' THEN %1$s >> 32 END)".formatted(column),
                        "sum(CASE typeof(%1$s) WHEN 'integer' THEN %1$s & 0xffffffff END)".formatted(column),
                        "count(CASE typeof(%1$s) WHEN 'real' THEN %1$s END)".formatted(column),
                        "sum(CASE typeof(%1$s) WHEN 'real' THEN %1$s END)".formatted(column));
        };
    }

    static long bucket(ResultSet row) throws SQLException {
        return DayBucket.ofMark(row.getLong(1));
    }

    static long lastRowNumber(ResultSet row) throws SQLException {
        return row.getLong(2);
    }

    static long rows(ResultSet row) throws SQLException {
        return row.getLong(3);
    }

    /** Adds what a result row says to its bucket. */
    void addTo(BucketCount bucket, ResultSet row) throws SQLException {
        var rows = rows(row);
        bucket.addRows(rows, DayBucket.isInSeconds(row.getLong(1)) ? rows : 0);
        int column = FIRST_METRIC;
        for (var metric : metrics) {
            var sum = source(metric);
            bucket.add(metric, total(sum, rows, row, column));
            column += aggregates(sum, "").size();
        }
    }

    private static Total total(RowSum sum, long rows, ResultSet row, int column) throws SQLException {
        return switch (sum.contribution()) {
            case ROW -> Total.ofWhole(rows, rows);
            case FLAG -> Total.ofWhole(rows, row.getLong(column));
            case LENGTH -> Total.ofWhole(row.getLong(column), row.getLong(column + 1));
            case NUMBER -> number(row, column);
        };
    }

    private static Total number(ResultSet row, int column) throws SQLException {
        var whole = Total.ofHalves(row.getLong(column), row.getLong(column + 1), row.getLong(column + 2));
        if (row.getLong(column + 3) == 0) {
            return whole;
        }
        var fraction = row.getDouble(column + 4);
        // infinities of both signs sum up to no number at all, which SQLite says as NULL
        return whole.plusFraction(row.wasNull() ? Double.NaN : fraction);
    }
}
