package app.recount.desktop.analyses;

import app.recount.analysis.RunProgress;
import app.recount.analysis.RunProgress.Part;
import app.recount.analysis.RunProgress.Point;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tokens since the start over time, ready to be drawn.
 *
 * @param points oldest first, beginning with 0 at the start
 * @param marks where stages were marked
 * @param live whether the run goes on and its session has been heard of lately
 */
record Curve(List<Point> points, List<Mark> marks, Instant from, Instant to, boolean live) {

    /** A marked stage; {@code tokens} is the total at that moment. */
    record Mark(String name, Instant at, long tokens) {}

    /** Empty if nothing can be drawn: the run never started, or all its counts are unknown. */
    static Optional<Curve> of(RunProgress progress, Instant now) {
        var run = progress.run();
        var start = run.times().startedAt();
        if (start == null) {
            return Optional.empty();
        }
        var points = points(progress, start);
        if (points.size() < 2) {
            return Optional.empty();
        }
        var ended = run.times().completedAt();
        var last = points.getLast().at();
        var end = run.isOpen() ? now : ended == null ? last : ended;
        return Optional.of(new Curve(
                points,
                marks(progress, points),
                start,
                end.isBefore(last) ? last : end,
                run.isOpen() && !progress.stalled()));
    }

    private static List<Point> points(RunProgress progress, Instant start) {
        var points = new ArrayList<Point>();
        points.add(new Point(start, 0));
        progress.curve().stream().filter(point -> point.at().isAfter(start)).forEach(points::add);
        Counters.total(progress)
                .ifPresent(total -> points.add(new Point(end(progress).orElse(progress.at()), total)));
        points.sort(Comparator.comparing(Point::at).thenComparingLong(Point::tokens));
        return List.copyOf(points);
    }

    private static Optional<Instant> end(RunProgress progress) {
        return Optional.ofNullable(progress.run().times().completedAt());
    }

    private static List<Mark> marks(RunProgress progress, List<Point> points) {
        return progress.stages().stream()
                .filter(part -> !part.isOpen())
                .map(part -> new Mark(part.name().orElse(""), part.to(), at(points, part)))
                .toList();
    }

    private static long at(List<Point> points, Part part) {
        return points.stream()
                .filter(point -> !point.at().isAfter(part.to()))
                .mapToLong(Point::tokens)
                .max()
                .orElse(0);
    }

    long highest() {
        return points.stream().mapToLong(Point::tokens).max().orElse(0);
    }

    Point last() {
        return points.getLast();
    }

    /** The total at a moment: between two points nothing was seen, so the earlier one stands. */
    Point at(Instant moment) {
        return points.reversed().stream()
                .filter(point -> !point.at().isAfter(moment))
                .findFirst()
                .orElse(points.getFirst());
    }
}
