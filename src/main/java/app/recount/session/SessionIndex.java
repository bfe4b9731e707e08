package app.recount.session;

import app.recount.store.Environment;
import app.recount.store.Progress;
import app.recount.store.RecountStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The sessions in recount.db: how far each log was read and what it held, so that a second look costs next to nothing. */
public final class SessionIndex implements Sessions {

    public SessionIndex(RecountStore store, List<AgentTool> tools, Environment environment, Clock clock) {}

    @Override
    public List<AgentSession> refresh(Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<AgentSession> known() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<AgentSession> look(SessionKey session) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Call> calls(SessionKey session) {
        throw new UnsupportedOperationException();
    }
}
