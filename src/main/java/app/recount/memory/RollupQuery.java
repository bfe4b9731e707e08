package app.recount.memory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The query that counts a table by bucket, made from the metrics, and how its rows are read. Result columns: mark, last row
 * number, rows, then those of each sum.
 */
final class RollupQuery {

    private static final int FIRST_SUM = 4;

    private final CountableTable table;
    private final List<RollupSum> sums;
    private final Instant now;

    /**
     * Makes a query.
     *
     * @param mostRows that it will be given at once
     */
    RollupQuery(CountableTable table, Instant now, long mostRows) {
        this.table = table;
        this.sums = RollupSum.of(table.metrics(), mostRows);
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
        for (int n = 0; n < sums.size(); n++) {
            var name = "c" + n;
            sums.get(n).contribution().ifPresent(sql -> inner.add(sql + " AS " + name));
            outer.addAll(sums.get(n).aggregates(name));
        }
        return """
                SELECT %s
                FROM (SELECT %s FROM %s %s)
                GROUP BY mark
                """.formatted(String.join(", ", outer), String.join(", ", inner), table.name(), rows);
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
        int column = FIRST_SUM;
        for (var sum : sums) {
            sum.addTo(bucket, rows, row, column);
            column += sum.aggregates("").size();
        }
    }
}
