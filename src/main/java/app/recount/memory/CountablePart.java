package app.recount.memory;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of a database that can be counted, and the metrics that they allow. */
record CountablePart(Map<SourceTable, CountableTable> tables) {

    static CountablePart of(MemorySchema schema) {
        var tables = new EnumMap<SourceTable, CountableTable>(SourceTable.class);
        for (var source : SourceTable.values()) {
            CountableTable.in(schema, source).ifPresent(table -> tables.put(source, table));
        }
        return new CountablePart(tables);
    }

    boolean isEmpty() {
        return tables.isEmpty();
    }

    List<RollupMetric> metrics() {
        return Arrays.stream(RollupMetric.values()).filter(this::allows).toList();
    }

    private boolean allows(RollupMetric metric) {
        var source = metric.source();
        return source.tables().stream()
                .map(table -> Optional.ofNullable(tables.get(table)))
                .allMatch(table -> table.isPresent()
                        && source.columns().stream().allMatch(table.get().relation()::has));
    }
}
