package app.recount;

import app.recount.session.AgentSession;
import app.recount.session.Call;
import app.recount.session.SessionKey;
import app.recount.session.Sessions;
import app.recount.session.Usage;
import app.recount.store.Progress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The sessions as they were at a moment of the past: without the calls that came later. With it, runs of the demo are counted by the
 * same code as the user's.
 */
final class Hindsight implements Sessions {

    private final Sessions sessions;
    private final Clock past;

    Hindsight(Sessions sessions, Clock past) {
        this.sessions = sessions;
        this.past = past;
    }

    @Override
    public List<AgentSession> refresh(Progress progress) {
        return sessions.refresh(progress).stream().map(this::then).toList();
    }

    @Override
    public List<AgentSession> known() {
        return sessions.known().stream().map(this::then).toList();
    }

    @Override
    public long changes() {
        return sessions.changes();
    }

    @Override
    public Optional<AgentSession> look(SessionKey session) {
        return sessions.look(session).map(this::then);
    }

    @Override
    public Optional<AgentSession> lookNearby(SessionKey session) {
        return sessions.lookNearby(session).map(this::then);
    }

    @Override
    public List<Call> calls(SessionKey session) {
        return sessions.calls(session).stream().filter(this::hadHappened).toList();
    }

    private boolean hadHappened(Call call) {
        return call.at() != null && !call.at().isAfter(past.instant());
    }

    private AgentSession then(AgentSession now) {
        return new AgentSession(
                now.key(),
                now.toolLabel(),
                now.path(),
                now.folder(),
                now.lastActivity(),
                now.lastCall(),
                now.startedAt(),
                now.model(),
                now.usage() == null ? null : Usage.of(calls(now.key())),
                now.unreadable(),
                now.parent(),
                now.log());
    }
}
