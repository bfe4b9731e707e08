package app.recount.memory;

import app.recount.memory.Explanation.Place;
import app.recount.memory.Explanation.Recount;
import app.recount.memory.Explanation.ValueQuery;
import app.recount.text.Wording;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Explains the day of the first activity, which is all that {@code install_inferred} takes from rows. */
final class FirstDay {

    private final MemoryConnection memory;
    private final CountablePart part;
    private final ValueQueries queries;
    private final RowBreakdown rows;

    FirstDay(MemoryConnection memory, CountablePart part, ValueQueries queries, RowBreakdown rows) {
        this.memory = memory;
        this.part = part;
        this.queries = queries;
        this.rows = rows;
    }

    Explanation explain(LocalDate installDay) throws SQLException {
        var made = new ArrayList<ValueQuery>();
        var looked = new ArrayList<SourceTable>();
        Optional<String> found = Optional.empty();
        // in the order in which they decide
        for (var source : List.of(SourceTable.SESSIONS, SourceTable.OBSERVATIONS)) {
            var table = part.tables().get(source);
            if (table != null && found.isEmpty()) {
                var statement = queries.firstDay(table);
                made.add(new ValueQuery(Place.MEMORY_DATABASE, statement.sql()));
                looked.add(source);
                found = text(statement);
            }
        }
        return new Explanation(
                Explanation.FIRST_ACTIVE_DATE,
                installDay,
                Optional.of(installDay.toString()),
                Optional.empty(),
                Wording.of("metric.first_active_date.formula"),
                Wording.of("metric.first_active_date.meaning"),
                looked.stream()
                        .map(source -> source.place() + "." + source.epochColumn())
                        .toList(),
                looked.stream().map(source -> rows.of(source, installDay)).toList(),
                made,
                made.size() > 1 ? Optional.of(Wording.of("explain.rule.firstDay")) : Optional.empty(),
                found.map(day -> new Recount(day, day.equals(installDay.toString()))));
    }

    private Optional<String> text(MemoryStatement statement) throws SQLException {
        try (var select = memory.prepare(statement);
                var row = select.executeQuery()) {
            return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
        }
    }
}
