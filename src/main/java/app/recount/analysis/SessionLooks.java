package app.recount.analysis;

import app.recount.analysis.AnalysisRun.SessionLink;
import app.recount.session.AgentSession;
import app.recount.session.SessionKey;
import app.recount.session.Sessions;
import app.recount.text.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/** Looks at a run's session and says what it holds, or why that cannot be told. */
final class SessionLooks {

    private final Sessions sessions;
    private final Clock clock;
    private final Texts texts;

    SessionLooks(Sessions sessions, Clock clock, Texts texts) {
        this.sessions = sessions;
        this.clock = clock;
        this.texts = texts;
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
                        unknown(Objects.requireNonNullElse(link.unknownReason(), texts.get("unknown.noSession"))),
                        Optional.empty()));
    }

    Look look(SessionKey key) {
        var session = sessions.look(key);
        return new Look(session.map(this::snapshot).orElseGet(() -> unknown(texts.get("unknown.gone"))), session);
    }

    private Snapshot snapshot(AgentSession session) {
        if (session.unreadable() != null) {
            return unknown(texts.get("unknown.unreadable", session.unreadable()));
        }
        if (session.log().gone()) {
            return unknown(texts.get("unknown.deleted"));
        }
        if (session.usage() == null) {
            return unknown(texts.get("unknown.nothingYet"));
        }
        return new Snapshot(now(), session.usage(), session.log().fingerprint(), null);
    }

    private Snapshot unknown(String reason) {
        return new Snapshot(now(), null, null, reason);
    }
}
