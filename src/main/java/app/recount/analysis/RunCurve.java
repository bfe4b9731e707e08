package app.recount.analysis;

import app.recount.analysis.RunProgress.Point;
import app.recount.session.SessionKey;
import app.recount.session.Sessions;
import app.recount.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * Completes the curve of a run when it is marked or ends: where nobody was watching, the times of the session's calls tell how the count
 * grew. Backwards from the count at the end, so that the curve meets it.
 */
final class RunCurve {

    private final Sessions sessions;
    private final Samples samples;
    private final Texts texts;

    RunCurve(Sessions sessions, Samples samples, Texts texts) {
        this.sessions = sessions;
        this.samples = samples;
        this.texts = texts;
    }

    /** Adds what is missing up to this look at the session; nothing if what was used since the start is unknown. */
    void completeTo(StoredRun stored, Snapshot session) {
        var run = stored.run();
        var count = RunCount.of(stored, texts);
        var key = SessionLooks.key(run.session());
        if (session.usage() == null || key.isEmpty()) {
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
        var points = points(key.get(), newest.at(), session.at(), used.all().total()).stream()
                .filter(point -> Samples.follows(newest, point))
                .toList();
        if (!points.isEmpty()) {
            samples.addAll(run.id(), points);
        }
    }

    private List<Point> points(SessionKey session, Instant after, Instant upTo, long total) {
        var points = new ArrayList<Point>();
        var tokens = total;
        for (var call : sessions.calls(session).reversed()) {
            if (call.at() == null || !call.at().isAfter(after)) {
                break; // in the order of time, those without one first
            }
            if (!call.at().isAfter(upTo)) {
                points.add(new Point(call.at(), tokens));
            }
            tokens -= call.tokens().total();
        }
        Collections.reverse(points);
        return points;
    }
}
