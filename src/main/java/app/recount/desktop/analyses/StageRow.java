package app.recount.desktop.analyses;

import app.recount.analysis.RunProgress;
import app.recount.analysis.RunProgress.Part;
import app.recount.session.TokenCount;
import app.recount.session.TokenSum;
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
     * The sum of every column, without holes: there is none where the total is unknown, or where a part whose tokens are known lacks
     * the figure, or where it is too large. What a part of unknown tokens used is counted in the next known one, and so is its cost.
     */
    static StageRow sum(RunProgress progress) {
        var rows = of(progress);
        var counted = rows.stream().filter(row -> row.delta.isPresent()).toList();
        boolean whole = !rows.isEmpty()
                && rows.getLast().delta.isPresent()
                && Counters.total(progress).isPresent();
        return new StageRow(
                Kind.SUM,
                rows.size(),
                Optional.empty(),
                Optional.empty(),
                rows.stream().map(StageRow::duration).reduce(Duration.ZERO, Duration::plus),
                sum(whole, counted, StageRow::input, TokenSum::of),
                sum(whole, counted, StageRow::cacheWrite, TokenSum::of),
                sum(whole, counted, StageRow::cacheRead, TokenSum::of),
                sum(whole, counted, StageRow::output, TokenSum::of),
                sum(whole, counted, StageRow::delta, TokenSum::of),
                Optional.empty(),
                sum(whole, counted, StageRow::costUsd, costs -> costs.stream().reduce(BigDecimal::add)),
                null);
    }

    private static <T> Optional<T> sum(
            boolean whole,
            List<StageRow> counted,
            Function<StageRow, Optional<T>> column,
            Function<List<T>, Optional<T>> plus) {
        return whole && counted.stream().allMatch(row -> column.apply(row).isPresent())
                ? plus.apply(counted.stream()
                        .flatMap(row -> column.apply(row).stream())
                        .toList())
                : Optional.empty();
    }

    private static Optional<Long> kind(Part part, Function<TokenCount, Long> kind) {
        return part.usage().map(Usage::all).map(kind);
    }
}
