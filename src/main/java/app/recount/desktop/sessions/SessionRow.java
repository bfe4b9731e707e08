package app.recount.desktop.sessions;

import app.recount.desktop.widget.Durations;
import app.recount.session.AgentSession;
import app.recount.session.SessionKey;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One session in the table. The row stays the same while its session grows, so that only the cells that differ are painted. */
final class SessionRow {

    private final ReadOnlyObjectWrapper<AgentSession> session;
    private final ReadOnlyObjectWrapper<SessionState> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper age = new ReadOnlyStringWrapper("");

    SessionRow(AgentSession session, Instant now) {
        this.session = new ReadOnlyObjectWrapper<>(session);
        tick(now);
    }

    SessionKey key() {
        return session.get().key();
    }

    AgentSession now() {
        return session.get();
    }

    ReadOnlyObjectProperty<AgentSession> session() {
        return session.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<SessionState> state() {
        return state.getReadOnlyProperty();
    }

    /** How long ago the last activity was, roughly. */
    ReadOnlyStringProperty age() {
        return age.getReadOnlyProperty();
    }

    void show(AgentSession newer, Instant now) {
        session.set(newer);
        tick(now);
    }

    /** Time has passed. */
    void tick(Instant now) {
        state.set(SessionState.of(session.get(), now));
        age.set(Durations.rough(Duration.between(session.get().lastActivity(), now)));
    }
}
