package app.recount.session;

import app.recount.store.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known of agent sessions. Safe for any number of threads. */
public interface Sessions {

    /**
     * Looks at every log: a stat for each known file, the new bytes of those that grew, the whole of those that are new.
     *
     * @return all sessions, newest activity first
     */
    List<AgentSession> refresh(Progress progress);

    /** As of the last look; opens no log. Newest activity first. */
    List<AgentSession> known();

    /** How often something was put down through this object: whoever remembers a list need not ask for it again before it has grown. */
    long changes();

    /** Runs something whenever {@link #changes()} has grown, on the thread that put it down, until the result is closed. */
    default SessionTail.Following whenChanged(Runnable listener) {
        return () -> {};
    }

    /** Looks at the files of this session only, also for files of it that were not known, and says what it holds now. */
    Optional<AgentSession> look(SessionKey session);

    /** The same at its known files and around them: a new one elsewhere is left to who walks through all folders now and then. */
    Optional<AgentSession> lookNearby(SessionKey session);

    /**
     * Whether a look at this session may find anything: false if the last one left nothing new, nothing was put down since, and sizes and
     * times of its files and of the folders around them are the same. What turns up in other places only a refresh tells.
     */
    default boolean hasMoved(SessionKey session) {
        return true;
    }

    /** The folders in which something changes when this session moves, as far as its last look saw; not those where only a refresh looks. */
    default Set<Path> around(SessionKey session) {
        return Set.of();
    }

    /** The session's calls, its subagents' included, in the order of time; those without a time come first. Opens no log. */
    List<Call> calls(SessionKey session);

    /** The sessions that were forked from this one, as of the last look; opens no log. Newest activity first. */
    default List<AgentSession> forks(SessionKey session) {
        return known().stream()
                .filter(each ->
                        each.key().tool().equals(session.tool()) && session.id().equals(each.parent()))
                .toList();
    }

    /** The calls whose own timestamp lies in {@code [from, to]}. Opens no log. */
    default Usage window(SessionKey session, Instant from, Instant to) {
        return Usage.of(calls(session).stream()
                .filter(call -> call.at() != null
                        && !call.at().isBefore(from)
                        && !call.at().isAfter(to))
                .toList());
    }
}
