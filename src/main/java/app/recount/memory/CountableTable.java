package app.recount.memory;

import app.recount.memory.MemorySchema.Kind;
import app.recount.memory.MemorySchema.Relation;
import app.recount.memory.MetricSource.RowSum;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table that is there, has its epoch column and so can be counted.
 *
 * @param name as SQL, quoted
 * @param epoch its epoch column as SQL, quoted
 */
record CountableTable(SourceTable source, Relation relation, String name, String epoch) {

    /** Empty if the database has no such table, only something else of that name, or no epoch column in it. */
    static Optional<CountableTable> in(MemorySchema schema, SourceTable source) {
        return schema.relation(source.tableName())
                .filter(relation -> relation.kind() == Kind.TABLE && relation.has(source.epochColumn()))
                .map(relation ->
                        new CountableTable(source, relation, quoted(relation.name()), quoted(source.epochColumn())));
    }

    /**
     * In double quotes, which is safe only for names that were looked up: SQLite takes an unknown name in double quotes for a
     * string.
     */
    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** The metrics that can be summed over its rows, since all of their columns are there. */
    List<RollupMetric> metrics() {
        return Arrays.stream(RollupMetric.values())
                .filter(metric -> metric.source() instanceof RowSum sum
                        && sum.table() == source
                        && sum.columns().stream().allMatch(relation::has))
                .toList();
    }

    /** A name of the row number that no column hides; empty where rows have none, or none that can be named. */
    Optional<String> rowNumber() {
        return Stream.of("rowid", "_rowid_", "oid")
                .filter(name -> relation.rowNumbers() && !relation.has(name))
                .findFirst();
    }
}
