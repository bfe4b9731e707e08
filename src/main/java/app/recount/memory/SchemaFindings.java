package app.recount.memory;

import static java.util.stream.Collectors.joining;

import app.recount.memory.Finding.Code;
import app.recount.memory.MemorySchema.Kind;
import app.recount.memory.MetricSource.Derived;
import app.recount.memory.MetricSource.TurnSum;
import app.recount.text.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is to be said about tables and columns that the counters would need and the database lacks. */
final class SchemaFindings {

    private final MemorySchema schema;
    private final Collection<RollupMetric> available;

    SchemaFindings(MemorySchema schema, Collection<RollupMetric> available) {
        this.schema = schema;
        this.available = available;
    }

    Stream<Finding> all() {
        return Stream.of(missingTables(), notTables(), missingColumns());
    }

    private Finding missingTables() {
        var names = sources(Optional.empty())
                .filter(SourceTable::isExpected)
                .map(SourceTable::tableName)
                .toList();
        return finding(Code.TABLE_MISSING, names, Wording.of("finding.TABLE_MISSING.cause"));
    }

    private Finding notTables() {
        var names = Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.TABLE)
                .flatMap(kind -> sources(Optional.of(kind)))
                .map(SourceTable::tableName)
                .toList();
        return finding(Code.NOT_A_TABLE, names, Wording.of("finding.NOT_A_TABLE.cause"));
    }

    private Finding missingColumns() {
        var names = sources(Optional.of(Kind.TABLE))
                .flatMap(table -> needed(table)
                        .filter(column -> !schema.relation(table.tableName())
                                .orElseThrow()
                                .has(column))
                        .map(column -> table.tableName() + "." + column))
                .toList();
        return finding(Code.COLUMN_MISSING, names, Wording.of("finding.COLUMN_MISSING.cause"));
    }

    /** The counted tables whose name stands for something of this kind, or for nothing. */
    private Stream<SourceTable> sources(Optional<Kind> kind) {
        return Arrays.stream(SourceTable.values())
                .filter(SourceTable::isInMemory)
                .filter(table -> schema.relation(table.tableName())
                        .map(MemorySchema.Relation::kind)
                        .equals(kind));
    }

    private static Stream<String> needed(SourceTable table) {
        return Stream.concat(
                        Stream.of(table.epochColumn()),
                        Arrays.stream(RollupMetric.values())
                                .map(RollupMetric::source)
                                .filter(source -> source.tables().contains(table))
                                .flatMap(source -> source.columns().stream()))
                .distinct();
    }

    private Finding finding(Code code, List<String> names, Wording cause) {
        var message = Wording.of("finding." + code, names.size(), String.join(", ", names));
        return new Finding(code, names.size(), message, Wording.sentences(cause, consequence(names)), new TreeSet<>());
    }

    private Wording consequence(List<String> names) {
        var leftOut = keys(names, metric -> !available.contains(metric));
        var fromKept = keys(names, metric -> metric.source() instanceof TurnSum);
        var sentences = new ArrayList<Wording>();
        if (!leftOut.isEmpty()) {
            sentences.add(Wording.of("finding.leftOut", leftOut));
        }
        if (!fromKept.isEmpty()) {
            sentences.add(Wording.of("finding.fromKept", fromKept));
        }
        return sentences.isEmpty() ? Wording.of("finding.notNeeded") : new Wording.Sentences(sentences);
    }

    private static String keys(List<String> names, Predicate<RollupMetric> which) {
        return Arrays.stream(RollupMetric.values())
                .filter(metric -> which.test(metric) && concerns(metric, names))
                .map(RollupMetric::key)
                .collect(joining(", "));
    }

    /** Whether one of the names, of tables or of columns with their table, is something that the metric needs. */
    private static boolean concerns(RollupMetric metric, List<String> names) {
        return inputs(metric)
                .map(RollupMetric::source)
                .flatMap(source -> source.tables().stream()
                        .flatMap(table -> Stream.concat(
                                Stream.of(table.tableName(), table.tableName() + "." + table.epochColumn()),
                                source.columns().stream().map(column -> table.tableName() + "." + column))))
                .anyMatch(names::contains);
    }

    private static Stream<RollupMetric> inputs(RollupMetric metric) {
        return metric.source() instanceof Derived derived ? derived.inputs().stream() : Stream.of(metric);
    }
}
