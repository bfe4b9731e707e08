package app.recount.session;

import app.recount.store.Environment;
import app.recount.store.Progress;
import app.recount.store.Query;
import app.recount.store.RecountStore;
import app.recount.store.Remembered;
import app.recount.text.Texts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * The sessions in recount.db: how far each log was read and what it held, so that a second look costs next to nothing.
 *
 * <p>Logs are read outside of any transaction. What was read is put down only if the log's row still says what it said before, so that
 * two processes never count a line twice; then it is settled whose calls the new entries are, and the sessions that changed are worked
 * out again. All of that can be broken off at any point: the next look goes on from there.
 */
public final class SessionIndex implements Sessions {

    /** So many sessions are worked out in one transaction. */
    private static final int AT_ONCE = 100;

    private static final int ATTEMPTS = 5;

    private final RecountStore store;
    private final Map<String, AgentTool> tools = new LinkedHashMap<>();
    private final Environment environment;
    private final Texts texts;
    private final EntryShelf shelf = new EntryShelf();
    private final ReentrantLock refreshing = new ReentrantLock();
    private final SessionLook look;
    private final Map<SessionKey, Rest> rests = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Remembered<List<AgentSession>> known;
    private final Remembered<IndexStanding> standing;

    /**
     * An index in this store.
     *
     * @param texts in which it is kept why a log cannot be read
     */
    public SessionIndex(RecountStore store, List<AgentTool> tools, Environment environment, Texts texts) {
        this.store = store;
        tools.forEach(tool -> this.tools.put(tool.word(), tool));
        this.environment = environment;
        this.texts = texts;
        this.look = new SessionLook(environment);
        this.known = new Remembered<>(store, connection -> new SessionList(connection, this.tools).all());
        this.standing = new Remembered<>(store, IndexStanding::of);
    }

    /**
     * When a look left nothing new.
     *
     * @param changes how many there were then: whoever put down another one may know of further files of the session, or have settled
     *     anew whose its calls are
     */
    private record Rest(LogTrace trace, long changes) {}

    @Override
    public long changes() {
        return changes.get();
    }

    @Override
    public SessionTail.Following whenChanged(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public List<AgentSession> refresh(Progress progress) {
        refresh(tools.values(), progress);
        return known();
    }

    private void refresh(Collection<AgentTool> some, Progress progress) {
        refreshing.lock();
        try {
            var before = standing.get();
            var changes = new LinkedHashMap<AgentTool, LogChanges>();
            for (var tool : some) {
                changes.put(tool, changes(tool, before.logs(tool), progress));
            }
            if (before.isResolved() && changes.values().stream().allMatch(LogChanges::isNone)) {
                return; // as nearly always while somebody follows
            }
            read(changes.values(), progress);
            settle(changes);
            while (resolveSome()) {
                if (progress.isCancelled()) {
                    throw new CancellationException();
                }
            }
        } finally {
            refreshing.unlock();
        }
    }

    private LogChanges changes(AgentTool tool, List<KnownLog> before, Progress progress) {
        look.walks(tool);
        return LogChanges.between(before, LogWalk.all(LogRoots.of(tool, environment), progress));
    }

    private void read(Collection<LogChanges> changes, Progress progress) {
        var gone = changes.stream().flatMap(each -> each.gone().stream()).toList();
        if (!gone.isEmpty()) {
            write(connection -> new LogTable(connection).markGone(gone));
        }
        new LogRefresh(this::put, progress, texts)
                .read(changes.stream().flatMap(each -> each.changed().stream()).toList());
    }

    private void put(List<LogReading> readings) {
        write(connection -> new LogTable(connection).store(readings, shelf::fresh));
    }

    private void settle(Map<AgentTool, LogChanges> changes) {
        for (var each : changes.entrySet()) {
            var tool = each.getKey();
            write(connection -> {
                var found = new LogTable(connection)
                        .unsettled(tool.word(), each.getValue().found());
                new CallOwners(connection).settle(tool, found);
                return found;
            });
        }
    }

    private boolean resolveSome() {
        if (store.read(connection -> new SessionTable(connection).unresolved(1)).isEmpty()) {
            return false;
        }
        return write(connection -> {
            var resolver = new SessionResolver(connection, tools, shelf);
            var some = new SessionTable(connection).unresolved(AT_ONCE);
            for (var session : some) {
                resolver.resolve(session);
            }
            return !some.isEmpty();
        });
    }

    @Override
    public List<AgentSession> known() {
        return known.get();
    }

    @Override
    public Optional<AgentSession> look(SessionKey session) {
        var tool = tools.get(session.tool());
        if (tool != null && look.isWalkDue(tool)) {
            refresh(List.of(tool), Progress.NONE);
        }
        return lookNearby(session);
    }

    @Override
    public Optional<AgentSession> lookNearby(SessionKey session) {
        var tool = tools.get(session.tool());
        if (tool == null) {
            return Optional.empty();
        }
        for (int attempt = 0; attempt < ATTEMPTS && !lookOnce(tool, session); attempt++) {
            // another process was faster, and may have seen less than there is by now: look again
        }
        return store.read(connection -> {
            var id = new SessionTable(connection).id(session);
            return id.isEmpty() ? Optional.empty() : new SessionList(connection, tools).one(id.getAsLong());
        });
    }

    @Override
    public boolean hasMoved(SessionKey session) {
        var rest = rests.get(session);
        return rest == null || rest.changes() != changes.get() || !rest.trace().isStill();
    }

    @Override
    public Set<Path> around(SessionKey session) {
        var rest = rests.get(session);
        return rest == null ? Set.of() : rest.trace().folders().keySet();
    }

    /** False if it has to be looked at again. */
    private boolean lookOnce(AgentTool tool, SessionKey session) {
        var before = changes.get();
        var known = store.read(connection -> KnownSession.of(connection, session));
        var taken = Instant.now();
        var trace = LogTrace.of(session, known.logs());
        rests.remove(session);
        var changes = look.changes(tool, session, known.logs(), this::isKnown);
        if (changes.isEmpty()) {
            refresh(List.of(tool), Progress.NONE);
            return !known.logs().isEmpty(); // if there was none, there may be one now that has grown meanwhile
        }
        var readings = changes.get().stream()
                .flatMap(change -> LogReading.of(change.found(), change.before(), Progress.NONE, texts).stream())
                .filter(reading -> !reading.isNoNews())
                .toList();
        if (known.isResolved() && readings.isEmpty()) {
            rest(session, trace, taken, before);
            return true;
        }
        if (!put(tool, session, readings)) {
            return false;
        }
        rest(session, trace.after(readings), taken, before + 1); // the one change is this session's own
        return true;
    }

    private void rest(SessionKey session, LogTrace trace, Instant taken, long changes) {
        if (trace.canTell(taken)) {
            rests.put(session, new Rest(trace, changes));
        }
    }

    private boolean isKnown(FoundLog found) {
        return store.read(connection ->
                new LogTable(connection).has(found.tool().word(), found.name().content()));
    }

    /** What another process has put down and not settled yet is its own to settle, and the session is worked out after that. */
    private boolean put(AgentTool tool, SessionKey session, List<LogReading> readings) {
        var others = readings.stream()
                .map(LogReading::before)
                .filter(before -> before != null && !before.isSettled())
                .map(KnownLog::id)
                .collect(Collectors.toSet());
        return write(connection -> {
            var own = new ArrayList<Long>();
            var stored = new LogTable(connection).store(readings, (file, stamp, from, entries) -> {
                own.add(file);
                shelf.fresh(file, stamp, from, entries);
            });
            own.removeAll(others);
            new CallOwners(connection).settle(tool, own);
            var sessions = new SessionTable(connection);
            var id = sessions.id(session);
            if (id.isPresent() && sessions.isSettled(id.getAsLong())) {
                new SessionResolver(connection, tools, shelf).resolve(id.getAsLong());
            }
            return stored;
        });
    }

    @Override
    public List<Call> calls(SessionKey session) {
        return store.read(connection -> new SessionResolver(connection, tools, shelf).calls(session));
    }

    @Override
    public List<AgentSession> forks(SessionKey session) {
        return store.read(connection -> new SessionList(connection, tools).forks(session));
    }

    private <T> T write(Query<T> work) {
        var done = false;
        try {
            var result = store.write(work);
            done = true;
            return result;
        } finally {
            changes.incrementAndGet();
            listeners.forEach(Runnable::run);
            if (!done) {
                shelf.clear();
            }
        }
    }
}
