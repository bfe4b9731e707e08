package app.recount.memory;

import app.recount.memory.Explanation.LeftOut;
import app.recount.memory.Explanation.Reason;
import app.recount.memory.Explanation.TableRows;
import app.recount.memory.MetricSource.Derived;
import app.recount.memory.MetricSource.DistinctValues;
import app.recount.memory.MetricSource.RowSum;
import app.recount.memory.MetricSource.TurnSum;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Says of each table of a counter which rows made its value on a day, and which did not. All of it was counted already but NULLs. */
final class RowBreakdown {

    private final MemoryConnection memory;
    private final CountablePart part;
    private final Counts counts;
    private final ValueQueries queries;

    RowBreakdown(MemoryConnection memory, CountablePart part, Counts counts, ValueQueries queries) {
        this.memory = memory;
        this.part = part;
        this.counts = counts;
        this.queries = queries;
    }

    /** Only tables that are there. */
    List<TableRows> of(RollupMetric metric, LocalDate day) throws SQLException {
        var tables = new ArrayList<TableRows>();
        switch (metric.source()) {
            case RowSum sum -> tables.add(sum(metric, sum, day));
            case DistinctValues values -> {
                for (var table : part.of(values)) {
                    long nulls = number(queries.nulls(metric, values, table, day));
                    tables.add(rows(table.source(), day, nulls, Reason.NO_VALUE));
                }
            }
            case TurnSum sum ->
                sum.tables().stream().filter(this::isThere).forEach(table -> tables.add(turns(metric, table, day)));
            case Derived derived -> {
                for (var input : derived.inputs()) {
                    if (counts.metrics().contains(input)) {
                        tables.addAll(of(input, day));
                    }
                }
            }
        }
        return tables;
    }

    /** Those of a table that all count on the day. */
    TableRows of(SourceTable table, LocalDate day) {
        return rows(table, day, 0, Reason.NO_MATCH);
    }

    private TableRows sum(RollupMetric metric, RowSum sum, LocalDate day) {
        var bucket = counts.table(sum.table()).on(day);
        if (!sum.contribution().isYesOrNo()) {
            return rows(sum.table(), day, unknown(metric, sum.table(), day), Reason.NO_VALUE);
        }
        long matching = bucket.total(metric).normalised().longValueExact();
        return rows(sum.table(), day, bucket.rows() - matching, Reason.NO_MATCH);
    }

    private boolean isThere(SourceTable turns) {
        return turns == SourceTable.TURNS
                ? part.turns().isPresent()
                : counts.tables().containsKey(turns) || !counts.turnsLeftAside().isEmpty();
    }

    private TableRows turns(RollupMetric metric, SourceTable table, LocalDate day) {
        var rows = rows(table, day, unknown(metric, table, day), Reason.NO_VALUE);
        if (table.isInMemory()) {
            return rows;
        }
        long both = counts.turnsLeftAside().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return new TableRows(
                table,
                rows.counted(),
                Stream.concat(Stream.of(new LeftOut(Reason.KNOWN_TO_BOTH, both)), rows.leftOut().stream())
                        .toList());
    }

    private long unknown(RollupMetric metric, SourceTable table, LocalDate day) {
        var bucket = counts.table(table).on(day);
        return bucket.rows() - bucket.total(metric).rows();
    }

    private TableRows rows(SourceTable table, LocalDate day, long notCounted, Reason why) {
        var count = counts.table(table);
        long ofDay = count.on(day).rows();
        long ofDays =
                count.days().values().stream().mapToLong(BucketCount::rows).sum();
        var leftOut = new ArrayList<>(List.of(
                new LeftOut(why, notCounted),
                new LeftOut(Reason.OTHER_DAY, ofDays - ofDay),
                new LeftOut(
                        Reason.BEFORE_FLOOR,
                        count.bucket(DayBucket.BEFORE_FLOOR).rows()),
                new LeftOut(Reason.FUTURE, count.bucket(DayBucket.FUTURE).rows()),
                new LeftOut(
                        Reason.CORRUPT_EPOCH, count.bucket(DayBucket.CORRUPT).rows())));
        return new TableRows(table, ofDay - notCounted, leftOut);
    }

    private long number(MemoryStatement statement) throws SQLException {
        try (var select = memory.prepare(statement);
                var row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
