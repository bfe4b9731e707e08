package app.recount.analysis;

import app.recount.session.Call;
import app.recount.session.SessionKey;
import app.recount.session.Sessions;
import app.recount.session.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calls that a run's count is made of, from all sessions it went on in. Of each session those that its part of the count consists
 * of: the newest ones until the run left it. So what another session held before the run came is not among them, and of a fork its own
 * calls since the run's start are.
 */
final class RunCalls {

    private final Sessions sessions;

    RunCalls(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * Those with a time, newest first.
     *
     * @param used what the run has used up to then
     */
    List<Call> upTo(Instant at, StoredRun stored, Usage used) {
        var run = stored.run();
        var provider = run.session().provider();
        var baseline = run.session().baseline();
        if (provider == null || baseline == null || baseline.usage() == null) {
            return List.of();
        }
        var found = new ArrayList<Call>();
        var before = baseline.usage();
        for (var move : stored.moves()) {
            add(found, provider, move.fromSession(), move.at(), move.carried().minus(before));
            before = move.carried();
        }
        var now = baseline.usage().plus(used);
        add(found, provider, run.session().sessionId(), at, now.minus(before));
        found.sort(Comparator.comparing((Call call) -> Objects.requireNonNull(call.at()))
                .reversed());
        return found;
    }

    private void add(List<Call> found, String provider, @Nullable String session, Instant upTo, Usage part) {
        var left = part.all().total();
        for (var call : Optional.ofNullable(session)
                .map(id -> sessions.calls(new SessionKey(provider, id)))
                .orElse(List.of())
                .reversed()) {
            if (left <= 0 || call.at() == null) {
                return; // in the order of time, those without one first
            }
            if (!call.at().isAfter(upTo)) {
                found.add(call);
                left -= call.tokens().total();
            }
        }
    }
}
