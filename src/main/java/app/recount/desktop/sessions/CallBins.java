package app.recount.desktop.sessions;

import app.recount.session.Call;
import app.recount.session.TokenSum;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The calls of a session in equal spans of time.
 *
 * @param width of each span, a round one
 * @param bins without a gap, from the first call's to the last's; empty if no call says its time
 * @param timeless calls that say no time and are in no span
 */
record CallBins(Duration width, List<Bin> bins, long timeless) {

    private static final List<Duration> WIDTHS = Stream.concat(
                    Stream.of(1, 5, 10, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 10_800, 21_600, 43_200)
                            .map(Duration::ofSeconds),
                    Stream.of(1, 2, 7, 14, 28, 91, 364).map(Duration::ofDays))
            .toList();

    /**
     * One span.
     *
     * @param own tokens of the session's own calls
     * @param subagents tokens of its subagents' calls
     */
    record Bin(Instant from, long calls, long own, long subagents) {

        long total() {
            return TokenSum.plus(own, subagents);
        }

        private Bin plus(Call call) {
            long tokens = call.tokens().total();
            return call.subagent()
                    ? new Bin(from, calls + 1, own, TokenSum.plus(subagents, tokens))
                    : new Bin(from, calls + 1, TokenSum.plus(own, tokens), subagents);
        }
    }

    CallBins {
        bins = List.copyOf(bins);
    }

    /** The narrowest round spans of which there are not more than {@code limit}. */
    static CallBins of(List<Call> calls, int limit) {
        var timed = calls.stream()
                .filter(call -> call.at() != null)
                .sorted(Comparator.comparing(call -> Objects.requireNonNull(call.at())))
                .toList();
        long timeless = calls.size() - (long) timed.size();
        if (timed.isEmpty()) {
            return new CallBins(WIDTHS.getFirst(), List.of(), timeless);
        }
        var first = Objects.requireNonNull(timed.getFirst().at());
        var last = Objects.requireNonNull(timed.getLast().at());
        var width = WIDTHS.stream()
                .filter(each -> index(first, last, each) < limit)
                .findFirst()
                .orElseGet(() -> Duration.between(first, last)
                        .dividedBy(Math.max(1, limit - 1))
                        .plusSeconds(1));
        return new CallBins(
                width, fill(timed, begin(first, width), width, (int) index(first, last, width) + 1), timeless);
    }

    private static List<Bin> fill(List<Call> timed, Instant begin, Duration width, int count) {
        var bins = new ArrayList<Bin>(count);
        for (int n = 0; n < count; n++) {
            bins.add(new Bin(begin.plus(width.multipliedBy(n)), 0, 0, 0));
        }
        for (var call : timed) {
            int at = (int) index(begin, Objects.requireNonNull(call.at()), width);
            bins.set(at, bins.get(at).plus(call));
        }
        return bins;
    }

    long highest() {
        return bins.stream().mapToLong(Bin::total).max().orElse(0);
    }

    long calls() {
        return timeless + bins.stream().mapToLong(Bin::calls).sum();
    }

    boolean hasSubagents() {
        return bins.stream().anyMatch(bin -> bin.subagents() > 0);
    }

    /** In which span after the first call's a moment lies. */
    private static long index(Instant first, Instant at, Duration width) {
        return Duration.between(begin(first, width), at).dividedBy(width);
    }

    /** Spans begin at round times of the day. */
    private static Instant begin(Instant first, Duration width) {
        return Instant.ofEpochSecond(Math.floorDiv(first.getEpochSecond(), width.toSeconds()) * width.toSeconds());
    }
}
