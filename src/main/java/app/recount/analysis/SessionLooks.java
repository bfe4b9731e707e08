package app.recount.analysis;

import app.recount.analysis.AnalysisRun.SessionLink;
import app.recount.session.AgentSession;
import app.recount.session.SessionKey;
import app.recount.session.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/** Looks at a run's session and says what it holds, or why that cannot be told. */
final class SessionLooks {

    private final Sessions sessions;
    private final Clock clock;

    SessionLooks(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * One look.
     *
     * @param snapshot with the session's own count
     */
    record Look(Snapshot snapshot, Optional<AgentSession> session) {}

    /** Logs have milliseconds; so have the runs. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    static Optional<SessionKey> key(SessionLink link) {
        return link.provider() == null || link.sessionId() == null
                ? Optional.empty()
                : Optional.of(new SessionKey(link.provider(), link.sessionId()));
    }

    Look look(SessionLink link) {
        return key(link)
                .map(this::look)
                .orElseGet(() -> new Look(
                        unknown(Objects.requireNonNullElse(link.unknownReason(), "The run has no session.")),
                        Optional.empty()));
    }

    Look look(SessionKey key) {
        var session = sessions.look(key);
        return new Look(
                session.map(this::snapshot).orElseGet(() -> unknown("The session's log is not there any more.")),
                session);
    }

    private Snapshot snapshot(AgentSession session) {
        if (session.unreadable() != null) {
            return unknown("The session cannot be read: " + session.unreadable());
        }
        if (session.log().gone()) {
            return unknown("The session's log was deleted.");
        }
        if (session.usage() == null) {
            return unknown("Nothing could be counted in the session yet.");
        }
        return new Snapshot(now(), session.usage(), session.log().fingerprint(), null);
    }

    private Snapshot unknown(String reason) {
        return new Snapshot(now(), null, null, reason);
    }
}
