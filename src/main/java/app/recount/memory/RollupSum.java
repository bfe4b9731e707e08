package app.recount.memory;

import app.recount.memory.MetricSource.Contribution;
import app.recount.memory.MetricSource.RowSum;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** What is summed at once while a table is counted, for one metric or for several. */
sealed interface RollupSum {

    /** SQL of what one row contributes; nothing if the number of rows is enough. */
    Optional<String> contribution();

    /** What is asked for of all contributions, each a result column. */
    List<String> aggregates(String contribution);

    /**
     * Adds a result row to the bucket it is about.
     *
     * @param rows how many rows of the table it stands for
     * @param column the first of its result columns
     */
    void addTo(BucketCount bucket, long rows, ResultSet row, int column) throws SQLException;

    /** Kinds of the same column share sums, as far as the numbers of so many rows fit into one beside each other. */
    static List<RollupSum> of(List<RollupMetric> metrics, long mostRows) {
        var sums = new ArrayList<RollupSum>();
        var kinds = new LinkedHashMap<Kinds, List<RollupMetric>>();
        for (var metric : metrics) {
            var contribution = ((RowSum) metric.source()).contribution();
            if (contribution instanceof Contribution.OfKind of) {
                kinds.computeIfAbsent(of.kinds(), _ -> new ArrayList<>()).add(metric);
            } else {
                sums.add(new Single(metric, contribution));
            }
        }
        var digits = Digits.upTo(mostRows);
        kinds.forEach((column, ofColumn) -> {
            for (int from = 0; from < ofColumn.size(); from += digits.inLong()) {
                var together = ofColumn.subList(from, Math.min(ofColumn.size(), from + digits.inLong()));
                sums.add(new OfKinds(column, List.copyOf(together), digits));
            }
        });
        return sums;
    }

    /** Several counts in one number, each in its own bits. */
    record Digits(int bits, int inLong) {

        static Digits upTo(long most) {
            int bits = Long.SIZE - Long.numberOfLeadingZeros(most);
            return new Digits(bits, Math.max(1, (Long.SIZE - 1) / bits));
        }

        long one(int digit) {
            return 1L << (digit * bits);
        }

        long of(long number, int digit) {
            return number >> (digit * bits) & (-1L >>> (Long.SIZE - bits));
        }
    }

    /** How many rows are of each of some kinds, told by one sum. */
    record OfKinds(Kinds kinds, List<RollupMetric> metrics, Digits digits) implements RollupSum {

        @Override
        public Optional<String> contribution() {
            return Optional.of(kinds.weighed(this::weight));
        }

        private long weight(int kind) {
            for (int digit = 0; digit < metrics.size(); digit++) {
                var of = (Contribution.OfKind) ((RowSum) metrics.get(digit).source()).contribution();
                if (of.kind() == kind) {
                    return digits.one(digit);
                }
            }
            return 0;
        }

        @Override
        public List<String> aggregates(String contribution) {
            return List.of("sum(%s)".formatted(contribution));
        }

        @Override
        public void addTo(BucketCount bucket, long rows, ResultSet row, int column) throws SQLException {
            long sum = row.getLong(column);
            for (int digit = 0; digit < metrics.size(); digit++) {
                bucket.add(metrics.get(digit), Total.ofWhole(rows, digits.of(sum, digit)));
            }
        }
    }

    /** What a single metric needs. */
    record Single(RollupMetric metric, Contribution of) implements RollupSum {

        @Override
        public Optional<String> contribution() {
            return of instanceof Contribution.Row ? Optional.empty() : Optional.of(contribution(of));
        }

        /** Adding 0 turns texts and blobs into the numbers that SUM takes them for. */
        static String contribution(Contribution of) {
            return of instanceof Contribution.Figure ? "(%s) + 0".formatted(of.sql()) : of.sql();
        }

        @Override
        public List<String> aggregates(String contribution) {
            return aggregates(of, contribution);
        }

        /** Integers are summed in two halves, neither of which can overflow: SQLite's own SUM would fail. */
        private static List<String> aggregates(Contribution of, String column) {
            return switch (of) {
                case Contribution.Row _ -> List.of();
                case Contribution.OfKind _, Contribution.Flag _ -> List.of("sum(%s)".formatted(column));
                case Contribution.Length _ -> List.of("count(%s)".formatted(column), "sum(%s)".formatted(column));
                case Contribution.Figure _ ->
                    List.of(
                            "count(%s)".formatted(column),
                            "sum(CASE typeof(%1$s) WHEN 'integer' THEN %1$s >> 32 END)".formatted(column),
                            "sum(CASE typeof(%1$s) WHEN 'integer' THEN %1$s & 0xffffffff END)".formatted(column),
                            "count(CASE typeof(%1$s) WHEN 'real' THEN %1$s END)".formatted(column),
                            "sum(CASE typeof(%1$s) WHEN 'real' THEN %1$s END)".formatted(column));
            };
        }

        /** The sum of contributions as one number, 0 where there is none. Floating-point numbers are added as SQLite adds them. */
        static String total(Contribution of, String column) {
            return switch (of) {
                case Contribution.Row _ -> "count(*)";
                case Contribution.OfKind _, Contribution.Flag _, Contribution.Length _ ->
                    "coalesce(sum(%s), 0)".formatted(column);
                case Contribution.Figure _ -> {
                    var parts = aggregates(of, column);
                    yield "coalesce(%s * 4294967296 + %s, 0) + coalesce(%s, 0)"
                            .formatted(parts.get(1), parts.get(2), parts.get(4));
                }
            };
        }

        @Override
        public void addTo(BucketCount bucket, long rows, ResultSet row, int column) throws SQLException {
            bucket.add(
                    metric,
                    switch (of) {
                        case Contribution.Row _ -> Total.ofWhole(rows, rows);
                        case Contribution.OfKind _, Contribution.Flag _ -> Total.ofWhole(rows, row.getLong(column));
                        case Contribution.Length _ -> Total.ofWhole(row.getLong(column), row.getLong(column + 1));
                        case Contribution.Figure _ -> number(row, column);
                    });
        }

        private static Total number(ResultSet row, int column) throws SQLException {
            var whole = Total.ofHalves(row.getLong(column), row.getLong(column + 1), row.getLong(column + 2));
            if (row.getLong(column + 3) == 0) {
                return whole;
            }
            var fraction = row.getDouble(column + 4);
            // infinities of both signs sum up to no number at all, which SQLite says as NULL
            return whole.plusFraction(row.wasNull() ? Double.NaN : fraction);
        }
    }
}
