package app.recount.desktop.sessions;

import app.recount.session.AgentSession;
import java.time.Duration;
import java.time.Instant;

/** How a session stands, in the order in which the table sorts them. */
enum SessionState {
    LIVE,
    IDLE,
    ENDED,
    UNKNOWN;

    /** Nobody goes on with a session after so long; Claude Code deletes its logs then. */
    static final Duration ENDS = Duration.ofDays(30);

    static SessionState of(AgentSession session, Instant now) {
        if (session.unreadable() != null) {
            return UNKNOWN;
        }
        if (session.active(now)) {
            return LIVE;
        }
        boolean away = session.log().gone() || session.log().archived();
        return away || session.lastActivity().isBefore(now.minus(ENDS)) ? ENDED : IDLE;
    }
}
