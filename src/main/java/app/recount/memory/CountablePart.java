package app.recount.memory;

import app.recount.memory.MetricSource.Derived;
import app.recount.memory.MetricSource.TurnSum;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The tables of a database that can be counted, and the metrics that they allow.
 *
 * @param tables all but the one of compression turns
 */
record CountablePart(Map<SourceTable, CountableTable> tables, Optional<CountableTable> turns) {

    static CountablePart of(MemorySchema schema) {
        var tables = new EnumMap<SourceTable, CountableTable>(SourceTable.class);
        for (var source : SourceTable.values()) {
            if (source.isExpected()) {
                CountableTable.in(schema, source).ifPresent(table -> tables.put(source, table));
            }
        }
        return new CountablePart(tables, CountableTable.in(schema, SourceTable.TURNS));
    }

    /** Compression turns alone make no memory. */
    boolean isEmpty() {
        return tables.isEmpty();
    }

    List<RollupMetric> metrics() {
        return Arrays.stream(RollupMetric.values()).filter(this::allows).toList();
    }

    /** The tables of a metric that is among those of this part. */
    List<CountableTable> of(MetricSource source) {
        return source.tables().stream()
                .map(tables::get)
                .map(Objects::requireNonNull)
                .toList();
    }

    private boolean allows(RollupMetric metric) {
        var source = metric.source();
        if (source instanceof TurnSum) {
            return true; // whatever the memory database has, Recount may have kept turns itself
        }
        var hasColumns = source.tables().stream()
                .map(table -> Optional.ofNullable(tables.get(table)))
                .allMatch(table -> table.isPresent()
                        && source.columns().stream().allMatch(table.get().relation()::has));
        return hasColumns && (!(source instanceof Derived derived) || canBeDerived(derived));
    }

    /** Only the function knows which of its inputs it can do without: tried with zero for all that can be there. */
    private boolean canBeDerived(Derived derived) {
        var zeros = derived.inputs().stream()
                .filter(this::allows)
                .collect(Collectors.toMap(input -> input, _ -> BigDecimal.ZERO));
        return derived.function().apply(zeros).isPresent();
    }
}
