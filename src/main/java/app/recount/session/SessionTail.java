package app.recount.session;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Follows all logs with one thread: live sessions several times a second, new files every few seconds. Listeners get immutable lists,
 * on the tailer's thread, and only when something changed.
 */
public final class SessionTail implements AutoCloseable {

    public SessionTail(Sessions sessions, Duration pause) {}

    /** Calls at once with what is known, then at every change; closing the result ends it. */
    public Following follow(Consumer<List<AgentSession>> listener) {
        throw new UnsupportedOperationException();
    }

    /** Ends one listener's calls. */
    @FunctionalInterface
    public interface Following extends AutoCloseable {
        @Override
        void close();
    }

    @Override
    public void close() {}
}
