package app.recount.memory;

import app.recount.memory.ColumnReport.Column;
import app.recount.memory.ColumnReport.Need;
import app.recount.memory.ColumnReport.Relation;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Says of each column of a database what Recount's statements do with it: compiles all of them there, and looks at what SQLite made of
 * them. None is run.
 */
final class ColumnAudit {

    private record Place(String relation, String column) {

        /** SQLite's names know no case. */
        static Place of(String relation, String column) {
            return new Place(relation.toLowerCase(Locale.ROOT), column.toLowerCase(Locale.ROOT));
        }
    }

    private final MemoryConnection memory;
    private final List<StatementList> lists;

    ColumnAudit(MemoryConnection memory, List<StatementList> lists) {
        this.memory = memory;
        this.lists = lists;
    }

    ColumnReport of(MemorySchema schema) throws SQLException {
        var needs = needs(schema);
        return new ColumnReport(schema.relations().stream()
                .map(relation -> new Relation(
                        relation.name(),
                        relation.kind(),
                        relation.columns().stream()
                                .map(column -> column(relation.name(), column, needs))
                                .toList()))
                .toList());
    }

    private static Column column(String relation, MemorySchema.Column column, Map<Place, Need> needs) {
        var need = needs.getOrDefault(Place.of(relation, column.name()), column.computed() ? Need.COMPUTED : Need.NONE);
        return new Column(column.name(), column.type(), need);
    }

    private Map<Place, Need> needs(MemorySchema schema) throws SQLException {
        var reads = CompiledReads.on(memory);
        var needs = new HashMap<Place, Need>();
        var known = new HashSet<MemoryStatement>();
        for (var list : lists) {
            for (var statement : list.on(schema)) {
                if (known.add(statement)) {
                    for (var read : reads.of(statement)) {
                        needs.merge(Place.of(read.relation(), read.column()), need(read, statement), Need::plus);
                    }
                }
            }
        }
        return needs;
    }

    private static Need need(ColumnRead read, MemoryStatement statement) {
        return new Need(
                read.use(),
                Set.of(statement.purpose()),
                statement.metric().map(Set::of).orElse(Set.of()));
    }
}
