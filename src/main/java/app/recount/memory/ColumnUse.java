package app.recount.memory;

import app.recount.memory.MemorySchema.Use;
import app.recount.memory.MetricSource.Contribution;
import app.recount.memory.MetricSource.RowSum;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;

/** What the counters do with a column: follows from the metrics alone. */
final class ColumnUse {

    private ColumnUse() {}

    /** The most that any metric does with it. */
    static Use of(String table, String column) {
        return Arrays.stream(SourceTable.values())
                .filter(source -> source.isInMemory() && source.tableName().equalsIgnoreCase(table))
                .flatMap(source -> Stream.concat(
                        always(source).filter(column::equalsIgnoreCase).map(_ -> Use.READ),
                        Arrays.stream(RollupMetric.values()).map(metric -> of(metric, source, column))))
                .min(Comparator.naturalOrder())
                .orElse(Use.NEVER);
    }

    /** What is read whatever the metrics are. */
    private static Stream<String> always(SourceTable source) {
        return source == SourceTable.TURNS
                ? Stream.concat(TurnReader.NAMES.stream(), Stream.of(source.epochColumn()))
                : Stream.of(source.epochColumn());
    }

    private static Use of(RollupMetric metric, SourceTable table, String column) {
        var source = metric.source();
        if (!source.tables().contains(table) || source.columns().stream().noneMatch(column::equalsIgnoreCase)) {
            return Use.NEVER;
        }
        return source instanceof RowSum sum && sum.contribution() == Contribution.LENGTH ? Use.LENGTH_ONLY : Use.READ;
    }
}
