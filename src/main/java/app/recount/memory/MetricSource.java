package app.recount.memory;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Where a metric's value comes from. */
public sealed interface MetricSource {

    /** When the value is part of a day. */
    enum Presence {
        /** On every day that has rows of the table, also when it is zero. */
        WITH_ROWS,
        /** Only when it is at least one. */
        WHEN_POSITIVE
    }

    /**
     * The sum over the day's rows of what each row contributes; a row whose contribution is NULL adds nothing.
     *
     * @param columns the columns besides the epoch that {@code contribution} needs; the metric is missing where one is missing
     * @param contribution SQL over one row
     */
    record RowSum(SourceTable table, List<String> columns, String contribution, Presence presence)
            implements MetricSource {}

    /** The number of distinct values, NULL left out, over the union of the day's rows of several tables; needs all of them. */
    record DistinctValues(List<SourceTable> tables, String column) implements MetricSource {}

    /**
     * Computed from other metrics of the same day.
     *
     * @param function empty when the day has no such value; an input that the day lacks is not in the map
     */
    record Derived(List<RollupMetric> inputs, Function<Map<RollupMetric, BigDecimal>, Optional<BigDecimal>> function)
            implements MetricSource {}
}
