package app.recount.session;

import app.recount.session.AgentTool.LogEntries;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
        sessions.save(id, LogsTogether.of(logs).session(key, tool, calls, parentOrOwner(key, logs)), calls);
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
        for (var log : logs) {
            var parent = SessionId.of(log.content().facts().parent());
            if (parent.isPresent() && !parent.get().equals(key.id())) {
                return parent.get();
            }
        }
        return null;
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
}
