package app.recount.session;

import app.recount.session.AgentSession.LogState;
import app.recount.session.AgentTool.LogEntries;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Works out what a session holds from the entries of its logs, and puts it down. */
final class SessionResolver {

    private static final Comparator<Call> IN_TIME =
            Comparator.comparing(Call::at, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final Connection connection;
    private final Map<String, AgentTool> tools;
    private final EntryShelf shelf;

    SessionResolver(Connection connection, Map<String, AgentTool> tools, EntryShelf shelf) {
        this.connection = connection;
        this.tools = tools;
        this.shelf = shelf;
    }

    void resolve(long id) throws SQLException {
        var sessions = new SessionTable(connection);
        var logs = new LogTable(connection).ofSession(id);
        var key = sessions.key(id).orElseThrow();
        var tool = tools.get(key.tool());
        if (logs.isEmpty() || tool == null) {
            sessions.hide(id);
            return;
        }
        var calls = calls(tool, logs, parent(key, logs));
        sessions.save(id, session(key, tool, logs, calls, parentOrOwner(key, logs)), calls);
    }

    /** The session's calls in the order of time, those without a time first. */
    List<Call> calls(SessionKey key) throws SQLException {
        var id = new SessionTable(connection).id(key);
        var tool = tools.get(key.tool());
        if (id.isEmpty() || tool == null) {
            return List.of();
        }
        var logs = new LogTable(connection).ofSession(id.getAsLong());
        return calls(tool, logs, parent(key, logs));
    }

    private List<Call> calls(AgentTool tool, List<KnownLog> logs, @Nullable String parent) throws SQLException {
        var elsewhere = new HashSet<String>();
        var own = new ArrayList<LogEntries>();
        for (var log : logs) {
            var held = shelf.of(connection, log);
            elsewhere.addAll(held.elsewhere());
            own.add(new LogEntries(log.name().subagent(), held.entries()));
        }
        var calls = new ArrayList<>(tool.calls(own, parentEntries(tool, parent), elsewhere::contains));
        calls.sort(IN_TIME);
        return List.copyOf(calls);
    }

    private List<LogEntries> parentEntries(AgentTool tool, @Nullable String parent) throws SQLException {
        if (parent == null) {
            return List.of();
        }
        var id = new SessionTable(connection).id(new SessionKey(tool.word(), parent));
        var entries = new ArrayList<LogEntries>();
        if (id.isPresent()) {
            for (var log : new LogTable(connection).ofSession(id.getAsLong())) {
                entries.add(new LogEntries(
                        log.name().subagent(), shelf.of(connection, log).entries()));
            }
        }
        return entries;
    }

    private static @Nullable String parent(SessionKey key, List<KnownLog> logs) {
        return first(
                logs,
                log -> SessionId.of(log.content().facts().parent())
                        .filter(parent -> !parent.equals(key.id()))
                        .orElse(null));
    }

    /** The session that the logs name as the one they were forked from; else the owner of the last call of the history they copied. */
    private @Nullable String parentOrOwner(SessionKey key, List<KnownLog> logs) throws SQLException {
        var named = parent(key, logs);
        if (named != null) {
            return named;
        }
        for (var log : logs) {
            var held = shelf.of(connection, log);
            if (!held.elsewhere().isEmpty()) {
                return new CallOwners(connection)
                        .owner(key.tool(), lastForeign(held))
                        .orElse(null);
            }
        }
        return null;
    }

    private static String lastForeign(EntryShelf.Held held) {
        return held.entries().reversed().stream()
                .map(LogEntry::key)
                .filter(held.elsewhere()::contains)
                .findFirst()
                .orElseThrow();
    }

    private static AgentSession session(
            SessionKey key, AgentTool tool, List<KnownLog> logs, List<Call> calls, @Nullable String parent) {
        var newest = newestCall(calls);
        var usage = logs.stream().anyMatch(KnownLog::wasRead) ? Usage.of(calls) : null;
        return new AgentSession(
                key,
                tool.label(),
                newestLog(logs).path(),
                first(logs, log -> log.content().facts().folder()),
                latest(logs, log -> log.content().facts().last()).orElseGet(() -> modified(newestLog(logs))),
                calls.isEmpty() ? null : calls.getLast().at(),
                logs.stream()
                        .map(log -> log.content().facts().first())
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                newest.map(Call::model).orElse(null),
                usage,
                first(logs, SessionResolver::unreadable),
                parent,
                state(logs, calls, usage));
    }

    /** The newest that names a model; a subagent's model speaks for the session only if the session itself made no call. */
    private static Optional<Call> newestCall(List<Call> calls) {
        return calls.reversed().stream().filter(call -> call.model() != null).min(Comparator.comparing(Call::subagent));
    }

    private static KnownLog newestLog(List<KnownLog> logs) {
        return logs.stream()
                .min(Comparator.comparing((KnownLog log) -> log.name().subagent())
                        .thenComparing(KnownLog::gone)
                        .thenComparingLong(log -> -log.state().modified()))
                .orElseThrow();
    }

    private static Instant modified(KnownLog log) {
        return StoredTime.instant(TimeUnit.NANOSECONDS.toMicros(log.state().modified()));
    }

    private static Optional<Instant> latest(List<KnownLog> logs, Function<KnownLog, @Nullable Instant> time) {
        return logs.stream().map(time).filter(Objects::nonNull).max(Comparator.naturalOrder());
    }

    private static @Nullable String unreadable(KnownLog log) {
        return log.gone() && log.wasRead() ? null : log.unreadable();
    }

    private static LogState state(List<KnownLog> logs, List<Call> calls, @Nullable Usage usage) {
        var entries = sum(logs, log -> log.content().entries() + log.content().openEntries());
        var subagents = (int) logs.stream().filter(log -> log.name().subagent()).count();
        return new LogState(
                logs.size() - subagents,
                subagents,
                sum(logs, log -> Math.max(0, log.state().size())),
                sum(logs, KnownLog::readTo),
                sum(logs, log -> log.content().repeats()) + Math.max(0, entries - calls.size()),
                sum(logs, log -> log.content().badLines()),
                logs.stream().allMatch(KnownLog::gone),
                logs.stream()
                        .allMatch(log -> log.name().archived() || log.name().compressed()),
                Fingerprint.of(logs, usage));
    }

    private static long sum(List<KnownLog> logs, ToLongFunction<KnownLog> number) {
        return logs.stream().mapToLong(number).sum();
    }

    private static @Nullable String first(List<KnownLog> logs, Function<KnownLog, @Nullable String> text) {
        return logs.stream()
                .flatMap(log -> Stream.ofNullable(text.apply(log)))
                .findFirst()
                .orElse(null);
    }
}
