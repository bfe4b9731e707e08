package app.recount.memory;

import app.recount.memory.MetricSource.Derived;
import app.recount.memory.MetricSource.DistinctValues;
import app.recount.memory.MetricSource.RowSum;
import app.recount.memory.MetricSource.TurnSum;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * For each counter the statement that counts it alone, on one day: whole in itself, so that anybody can run it on the database. It is
 * made of the same expressions as the statements that count everything at once.
 */
final class ValueQueries {

    private final CountablePart part;
    private final Instant now;

    ValueQueries(CountablePart part, Instant now) {
        this.part = part;
        this.now = now;
    }

    /** All that explaining may prepare. */
    List<MemoryStatement> statements(LocalDate day) {
        var statements = new ArrayList<MemoryStatement>();
        for (var metric : part.metrics()) {
            value(metric, day).ifPresent(statements::add);
            if (metric.source() instanceof DistinctValues values) {
                part.of(values).forEach(table -> statements.add(nulls(metric, values, table, day)));
            }
        }
        part.tables().values().forEach(table -> statements.add(firstDay(table)));
        return statements;
    }

    /**
     * One column and one row, the value; no row where the day has no such value. Of compression turns the rows of the memory
     * database, because only Recount adds money exactly. Empty where the database has nothing to ask.
     */
    Optional<MemoryStatement> value(RollupMetric metric, LocalDate day) {
        return select(metric, day)
                .map(select -> new MemoryStatement(
                        Purpose.EXPLANATION, """
                        -- %s of %s, as of %s
                        -- bucket %d is that day, counted from 1970
                        %s;
                        """.formatted(metric.key(), day, now, day.toEpochDay(), select), metric));
    }

    private Optional<String> select(RollupMetric metric, LocalDate day) {
        if (!part.metrics().contains(metric)) {
            return Optional.empty();
        }
        return switch (metric.source()) {
            case RowSum sum -> Optional.of(sum(sum, part.of(sum).getFirst(), day));
            case DistinctValues values -> Optional.of(distinct(values, day));
            case TurnSum sum -> part.turns().map(turns -> turns(sum, turns, day));
            case Derived derived -> Optional.of(derived(derived, day));
        };
    }

    private String sum(RowSum sum, CountableTable table, LocalDate day) {
        return """
                SELECT value
                FROM (
                    SELECT count(*) AS counted, %s AS value
                    FROM (
                        SELECT
                            %s >> 1 AS bucket,
                            %s AS contribution
                        FROM %s
                    )
                    WHERE bucket = %d
                )
                WHERE %s > 0""".formatted(
                        RollupSum.Single.total(sum.contribution(), "contribution"),
                        indented(12, mark(table)),
                        RollupSum.Single.contribution(sum.contribution()),
                        table.name(),
                        day.toEpochDay(),
                        switch (sum.presence()) {
                            case WITH_ROWS -> "counted";
                            case WHEN_POSITIVE -> "value";
                        });
    }

    /** For the middle of a text: all but the first line further to the right. */
    private static String indented(int by, String sql) {
        return sql.indent(by).strip();
    }

    private String mark(CountableTable table) {
        return DayBucket.markSql(table.epoch(), now);
    }

    private String distinct(DistinctValues values, LocalDate day) {
        return """
                SELECT value
                FROM (
                    SELECT bucket, count(value) AS value
                    %s
                    GROUP BY bucket
                )
                WHERE bucket = %d""".formatted(indented(4, new DistinctQuery(values, part.of(values), now).values()), day.toEpochDay());
    }

    /** How many of the day's rows have no value to compare. */
    MemoryStatement nulls(RollupMetric metric, DistinctValues values, CountableTable table, LocalDate day) {
        return new MemoryStatement(
                Purpose.EXPLANATION,
                """
                SELECT count(*) - count(value)
                FROM (
                    SELECT %s >> 1 AS bucket, %s AS value
                    FROM %s
                )
                WHERE bucket = %d
                """.formatted(mark(table), CountableTable.quoted(values.column()), table.name(), day.toEpochDay()),
                metric);
    }

    private String turns(TurnSum sum, CountableTable turns, LocalDate day) {
        return """
                SELECT memory_session_id, turn, figure
                FROM (
                    SELECT
                        %s AS memory_session_id,
                        %s AS turn,
                        %s AS figure,
                        %s >> 1 AS bucket
                    FROM %s
                )
                WHERE bucket = %d""".formatted(
                        TurnReader.column(turns, "memory_session_id"),
                        TurnReader.column(turns, "turn"),
                        TurnReader.figure(turns, sum),
                        indented(8, mark(turns)),
                        turns.name(),
                        day.toEpochDay());
    }

    private String derived(Derived derived, LocalDate day) {
        var inputs = derived.inputs().stream()
                .map(input -> "%s AS %s".formatted(input(derived, input, day), input.key()))
                .collect(Collectors.joining(",\n"));
        var needed = derived.inputs().stream()
                .filter(input -> needs(derived, input))
                .map(input -> input.key() + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        return """
                SELECT %s AS value
                FROM (
                    SELECT
                        %s
                )
                WHERE %s""".formatted(derived.expression(), indented(8, inputs), needed.isEmpty() ? "1" : needed);
    }

    private String input(Derived derived, RollupMetric input, LocalDate day) {
        var value = select(input, day)
                .map(select -> "(\n    %s\n)".formatted(indented(4, select)))
                .orElse("NULL");
        return needs(derived, input) ? value : "coalesce(%s, 0)".formatted(value);
    }

    /** Only the function knows which of its inputs it can do without, and it takes zero for one of these. */
    private static boolean needs(Derived derived, RollupMetric input) {
        Map<RollupMetric, BigDecimal> others = derived.inputs().stream()
                .filter(other -> other != input)
                .collect(Collectors.toMap(other -> other, _ -> BigDecimal.ZERO));
        return derived.function().apply(others).isEmpty();
    }

    /** The first day that a row of the table fell on; NULL if none did. */
    MemoryStatement firstDay(CountableTable table) {
        return new MemoryStatement(Purpose.EXPLANATION, """
                -- the first day of %s that counts, as of %s
                SELECT date(min(bucket) * 86400, 'unixepoch') AS value
                FROM (
                    SELECT
                        %s >> 1 AS bucket
                    FROM %s
                )
                WHERE bucket >= 0;
                """.formatted(
                        table.source().tableName(), now, indented(8, mark(table)), table.name()));
    }
}
