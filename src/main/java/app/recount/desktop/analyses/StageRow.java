package app.recount.desktop.analyses;

import app.recount.analysis.RunProgress;
import app.recount.analysis.RunProgress.Part;
import app.recount.session.TokenCount;
import app.recount.session.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A line of the table of stages: a stage, the open part after the last mark, or the sum of all. What is empty is unknown.
 *
 * @param name empty for the open part and for the sum
 * @param marked empty where nothing was marked
 */
record StageRow(
        Kind kind,
        int number,
        Optional<String> name,
        Optional<Instant> marked,
        Duration duration,
        Optional<Long> input,
        Optional<Long> cacheWrite,
        Optional<Long> cacheRead,
        Optional<Long> output,
        Optional<Long> delta,
        Optional<Long> cumulative,
        Optional<BigDecimal> costUsd,
        @Nullable String notes) {

    /** How many colours stages have before they begin anew. */
    private static final int COLOURS = 3;

    /** What a line stands for. */
    enum Kind {
        STAGE,
        /** What follows the last mark of an open run. */
        OPEN,
        /** What followed the last mark until the run ended. */
        REST,
        SUM
    }

    /** The colour that it has in bar and table; what followed the last mark is no stage, so it has none of theirs. */
    String styleClass() {
        return switch (kind) {
            case STAGE -> "stage-" + number % COLOURS;
            case OPEN -> "stage-open";
            case REST, SUM -> "stage-rest";
        };
    }

    /** A line per part, in their order. */
    static List<StageRow> of(RunProgress progress) {
        return IntStream.range(0, progress.stages().size())
                .mapToObj(at -> of(progress.stages().get(at), at, progress.run().isOpen()))
                .toList();
    }

    private static StageRow of(Part part, int number, boolean open) {
        return new StageRow(
                part.isOpen() ? open ? Kind.OPEN : Kind.REST : Kind.STAGE,
                number,
                part.name(),
                Optional.of(part.to()).filter(to -> !part.isOpen()),
                Duration.between(part.from(), part.to()),
                kind(part, TokenCount::input),
                kind(part, TokenCount::cacheWrite),
                kind(part, TokenCount::cacheRead),
                kind(part, TokenCount::output),
                part.delta(),
                part.cumulative(),
                part.costUsd(),
                part.notes());
    }

    /**
     * The sum of every column. What an unknown figure would have counted is part of the next known one, so only a column whose last
     * figure is unknown has no sum.
     */
    static StageRow sum(List<StageRow> rows) {
        return new StageRow(
                Kind.SUM,
                rows.size(),
                Optional.empty(),
                Optional.empty(),
                rows.stream().map(StageRow::duration).reduce(Duration.ZERO, Duration::plus),
                sum(rows, StageRow::input),
                sum(rows, StageRow::cacheWrite),
                sum(rows, StageRow::cacheRead),
                sum(rows, StageRow::output),
                sum(rows, StageRow::delta),
                Optional.empty(),
                sumCost(rows),
                null);
    }

    private static Optional<Long> kind(Part part, Function<TokenCount, Long> kind) {
        return part.usage().map(Usage::all).map(kind);
    }

    private static Optional<Long> sum(List<StageRow> rows, Function<StageRow, Optional<Long>> column) {
        return rows.isEmpty() || column.apply(rows.getLast()).isEmpty()
                ? Optional.empty()
                : Optional.of(rows.stream()
                        .flatMap(row -> column.apply(row).stream())
                        .mapToLong(Long::longValue)
                        .sum());
    }

    private static Optional<BigDecimal> sumCost(List<StageRow> rows) {
        return rows.isEmpty() || rows.getLast().costUsd.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        rows.stream().flatMap(row -> row.costUsd.stream()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
