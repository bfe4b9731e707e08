package app.recount.memory;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Where a metric's value comes from. */
public sealed interface MetricSource {

    /** The tables whose rows are looked at; all of them must be there, but for compression turns, which may stand in either store. */
    List<SourceTable> tables();

    /** The columns of each of these tables that must be there, besides the one of the epoch. */
    List<String> columns();

    /** When the value is part of a day. */
    enum Presence {
        /** On every day that has rows of the table, also when it is zero. */
        WITH_ROWS,
        /** Only when it is at least one. */
        WHEN_POSITIVE
    }

    /** What one row contributes, and so how it is summed and what is done with its columns. */
    sealed interface Contribution {

        /** The contribution of one row. */
        String sql();

        /** 1, so that the sum is the number of rows. */
        record Row() implements Contribution {
            @Override
            public String sql() {
                return "1";
            }
        }

        /** 1 if the value in a column is of the kind, else 0. */
        record OfKind(Kinds kinds, int kind) implements Contribution {
            @Override
            public String sql() {
                return kinds.is(kind);
            }
        }

        /** 0 or 1, never NULL. */
        record Flag(String sql) implements Contribution {}

        /** A whole number computed from the length of a value; the value itself is never loaded. */
        record Length(String sql) implements Contribution {}

        /** Whatever stands in the column: any integer, a fraction, a text, NULL. */
        record Figure(String sql) implements Contribution {}

        /** Whether it is 0 or 1 in every row. */
        default boolean isYesOrNo() {
            return this instanceof OfKind || this instanceof Flag;
        }
    }

    /**
     * The sum over the day's rows of what each row contributes; a row whose contribution is NULL adds nothing.
     *
     * @param columns the columns besides the epoch that are needed; the metric is missing where one is missing
     */
    record RowSum(SourceTable table, List<String> columns, Contribution contribution, Presence presence)
            implements MetricSource {
        @Override
        public List<SourceTable> tables() {
            return List.of(table);
        }
    }

    /** The number of distinct values, NULL left out, over the union of the day's rows of several tables; needs all of them. */
    record DistinctValues(List<SourceTable> tables, String column) implements MetricSource {
        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    /**
     * The sum of a figure over the day's compression turns, in the memory database and in Recount's own, each turn once. Exact to the
     * last decimal. A turn that does not know the figure adds nothing, and a day on which no turn knows it has no value.
     */
    record TurnSum(String column) implements MetricSource {
        @Override
        public List<SourceTable> tables() {
            return List.of(SourceTable.TURNS, SourceTable.KEPT_TURNS);
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    /**
     * Computed from other metrics of the same day.
     *
     * @param expression the same in SQL, in which each input stands by its key; the formula that people read
     * @param function empty when the day has no such value; an input that the day lacks is not in the map
     */
    record Derived(
            List<RollupMetric> inputs,
            String expression,
            Function<Map<RollupMetric, BigDecimal>, Optional<BigDecimal>> function)
            implements MetricSource {
        @Override
        public List<SourceTable> tables() {
            return List.of();
        }

        @Override
        public List<String> columns() {
            return List.of();
        }
    }
}
