package app.recount.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.recount.memory.Explanation.Place;
import app.recount.memory.Explanation.ValueQuery;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Counts a value by nothing but the queries of its explanation, as somebody with a plain SQLite would. */
public final class Recounting {

    private Recounting() {}

    /** The value that the only query gives: its one column of its one row; empty if it gives none. */
    public static Optional<String> value(Connection database, String sql) throws SQLException {
        return given(database, sql).map(Recounting::text);
    }

    private static Optional<Object> given(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            assertThat(row.getMetaData().getColumnCount()).isEqualTo(1);
            if (!row.next()) {
                return Optional.empty();
            }
            var value = Optional.ofNullable(row.getObject(1));
            assertThat(row.next()).as("a second row of %s", sql).isFalse();
            return value;
        }
    }

    private static String text(Object value) {
        return value instanceof Number number ? new BigDecimal(number.toString()).toPlainString() : value.toString();
    }

    /**
     * The one query gives the value; where a fraction is among what was added, to the last digits that a number has. Beyond 2^53 no digit
     * of the fraction is left, and still each order of adding may round another way.
     */
    public static void assertGives(Connection database, String sql, String value) throws SQLException {
        var again = given(database, sql).orElseThrow(() -> new AssertionError("no row from " + sql));
        if (value.contains(".") || again instanceof Double) {
            assertThat(Double.parseDouble(text(again)))
                    .as(sql)
                    .isCloseTo(Double.parseDouble(value), within(4 * Math.ulp(Double.parseDouble(value))));
        } else {
            assertThat(text(again)).as(sql).isEqualTo(value);
        }
    }

    private record Turn(String session, Object turn, BigDecimal figure) {}

    /** Of compression turns: both lists, and the rule that joins them, carried out. */
    public static BigDecimal turns(List<ValueQuery> queries, Connection memory, Connection recount)
            throws SQLException {
        var sum = BigDecimal.ZERO;
        var known = known(memory);
        for (var query : queries) {
            boolean own = query.place() == Place.RECOUNT;
            for (var turn : list(own ? recount : memory, query.sql())) {
                if (!own || !known.contains(List.of(turn.session(), turn.turn()))) {
                    sum = sum.add(turn.figure());
                }
            }
        }
        return sum;
    }

    private static Set<List<Object>> known(Connection memory) throws SQLException {
        var known = new HashSet<List<Object>>();
        if (has(memory)) {
            for (var turn : list(memory, """
                    SELECT memory_session_id, turn, 0 AS figure FROM compression_events
                    WHERE typeof(memory_session_id) = 'text' AND typeof(turn) = 'integer'
                    """)) {
                known.add(List.of(turn.session(), turn.turn()));
            }
        }
        return known;
    }

    private static boolean has(Connection memory) throws SQLException {
        try (var tables = memory.getMetaData().getTables(null, null, "compression_events", null)) {
            return tables.next();
        }
    }

    private static List<Turn> list(Connection database, String sql) throws SQLException {
        var turns = new ArrayList<Turn>();
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                var figure = row.getString("figure");
                if (figure != null) {
                    turns.add(new Turn(
                            String.valueOf(row.getString("memory_session_id")),
                            String.valueOf(row.getString("turn")),
                            new BigDecimal(figure)));
                }
            }
        }
        return turns;
    }
}
