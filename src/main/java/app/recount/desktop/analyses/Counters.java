package app.recount.desktop.analyses;

import app.recount.analysis.RunProgress;
import app.recount.session.TokenCount;
import app.recount.session.TokenSum;
import app.recount.session.Usage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The figures that stand big above a run; what is empty is unknown.
 *
 * @param input neither read from nor written to a cache; for a run that came without a split, its whole input side
 * @param split whether the kinds of the input side are known apart
 */
record Counters(
        Optional<Long> total,
        Optional<Long> input,
        Optional<Long> cacheWrite5m,
        Optional<Long> cacheWrite1h,
        Optional<Long> cacheRead,
        Optional<Long> output,
        Optional<Long> calls,
        Optional<BigDecimal> costUsd,
        boolean split) {

    static Counters of(RunProgress progress) {
        var used = progress.sinceStart().map(Usage::all);
        var stored = progress.run().tokens();
        return new Counters(
                total(progress),
                used.map(TokenCount::input).or(() -> Optional.ofNullable(stored.in())),
                used.map(TokenCount::cacheWrite5m),
                used.map(TokenCount::cacheWrite1h),
                used.map(TokenCount::cacheRead),
                used.map(TokenCount::output).or(() -> Optional.ofNullable(stored.out())),
                used.map(TokenCount::calls),
                progress.costUsd().or(() -> Optional.ofNullable(stored.costUsd())),
                used.isPresent());
    }

    /** All tokens since the start. */
    static Optional<Long> total(RunProgress progress) {
        return progress.sinceStart()
                .map(used -> used.all().total())
                .or(() -> progress.run().isOpen()
                        ? Optional.empty()
                        : progress.run().ownTokens());
    }

    Optional<Long> cacheWrite() {
        return cacheWrite5m.flatMap(five -> cacheWrite1h.flatMap(hour -> TokenSum.of(List.of(five, hour))));
    }

    /** How much of all tokens was read from the cache, 0 to 1; empty if nothing was used or it is unknown. */
    OptionalDouble cacheReadShare() {
        return total.isPresent() && total.get() > 0 && cacheRead.isPresent()
                ? OptionalDouble.of((double) cacheRead.get() / total.get())
                : OptionalDouble.empty();
    }
}
