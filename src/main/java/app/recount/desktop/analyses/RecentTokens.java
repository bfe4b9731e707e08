package app.recount.desktop.analyses;

import app.recount.analysis.RunProgress;
import app.recount.analysis.RunProgress.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the window itself saw of the open runs' totals in the last minutes, because stored samples are thinned. */
final class RecentTokens {

    private static final Duration KEPT = Duration.ofMinutes(3);

    private final Map<String, List<Point>> seen = new HashMap<>();

    void add(RunProgress progress) {
        var points = seen.computeIfAbsent(progress.run().id(), id -> new ArrayList<>());
        points.removeIf(point -> point.at().isBefore(progress.at().minus(KEPT)));
        Counters.total(progress).ifPresent(total -> points.add(new Point(progress.at(), total)));
    }

    void clear() {
        seen.clear();
    }

    /** The growth of a run's total since a moment; empty if the total is unknown. */
    Optional<Long> since(RunProgress progress, Instant moment) {
        return Counters.total(progress).map(total -> Math.max(0, total - at(progress, moment)));
    }

    /** The total at a moment: what was seen or stored last before it; before the start it was 0. */
    private long at(RunProgress progress, Instant moment) {
        return Stream.concat(
                        progress.curve().stream(),
                        seen.getOrDefault(progress.run().id(), List.of()).stream())
                .filter(point -> !point.at().isAfter(moment))
                .max(Comparator.comparing(Point::at).thenComparingLong(Point::tokens))
                .map(Point::tokens)
                .orElse(0L);
    }
}
