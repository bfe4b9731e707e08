package app.recount.analysis;

import app.recount.analysis.RunProgress.Point;
import app.recount.session.Usage;
import app.recount.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * Completes the curve of a run when it is marked or ends: where nobody was watching, the times of the calls of all sessions it went on in
 * tell how the count grew. Backwards from the count at the end, so that the curve meets it.
 */
final class RunCurve {

    private final RunCalls calls;
    private final Samples samples;
    private final Texts texts;

    RunCurve(RunCalls calls, Samples samples, Texts texts) {
        this.calls = calls;
        this.samples = samples;
        this.texts = texts;
    }

    /** Adds what is missing up to this look at the session; nothing if what was used since the start is unknown. */
    void completeTo(StoredRun stored, Snapshot session) {
        var run = stored.run();
        var count = RunCount.of(stored, texts);
        if (session.usage() == null) {
            return;
        }
        var used = count.sinceStart(count.count(session.usage())).usage();
        if (used == null) {
            return;
        }
        var known = samples.of(run.id());
        var newest = known.isEmpty()
                ? new Point(
                        Objects.requireNonNullElse(
                                run.times().startedAt(), run.times().createdAt()),
                        0)
                : known.getLast();
        var points = points(stored, complete(run, newest), session.at(), used).stream()
                .filter(point -> Samples.follows(newest, point))
                .toList();
        if (!points.isEmpty()) {
            samples.addAll(run.id(), points);
        }
    }

    private List<Point> points(StoredRun stored, Instant after, Instant upTo, Usage used) {
        var points = new ArrayList<Point>();
        var tokens = used.all().total();
        for (var call : calls.upTo(upTo, stored, used)) {
            var at = Objects.requireNonNull(call.at());
            if (!at.isAfter(after)) {
                break;
            }
            points.add(new Point(at, tokens));
            tokens -= call.tokens().total();
        }
        Collections.reverse(points);
        return points;
    }

    /** Up to there the curve is complete: the newest sample, or the newest stage that was counted. */
    private static Instant complete(AnalysisRun run, Point newest) {
        return run.stages().stream()
                .filter(stage -> stage.delta() != null)
                .map(Stage::at)
                .filter(newest.at()::isBefore)
                .reduce((earlier, later) -> later)
                .orElse(newest.at());
    }
}
