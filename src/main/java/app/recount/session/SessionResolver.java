package app.recount.session;

import app.recount.session.AgentTool.LogEntries;
import app.recount.session.EntryShelf.Held;
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
        var held = held(logs);
        var parent = parent(key, logs);
        var calls = calls(tool, logs, held, parent);
        var owner = parent == null ? historyOwner(tool, held) : parent;
        sessions.save(id, LogsTogether.of(logs).session(key, tool, calls, owner), calls);
    }

    /** The session's calls in the order of time, those without a time first. */
    List<Call> calls(SessionKey key) throws SQLException {
        var id = new SessionTable(connection).id(key);
        var tool = tools.get(key.tool());
        if (id.isEmpty() || tool == null) {
            return List.of();
        }
        var logs = new LogTable(connection).ofSession(id.getAsLong());
        return calls(tool, logs, held(logs), parent(key, logs));
    }

    private List<Held> held(List<KnownLog> logs) throws SQLException {
        var held = new ArrayList<Held>(logs.size());
        for (var log : logs) {
            held.add(shelf.of(connection, log));
        }
        return held;
    }

    private List<Call> calls(AgentTool tool, List<KnownLog> logs, List<Held> held, @Nullable String parent)
            throws SQLException {
        var elsewhere = new HashSet<String>();
        held.forEach(each -> elsewhere.addAll(each.elsewhere()));
        var calls = new ArrayList<>(tool.calls(entries(logs, held), parentEntries(tool, parent), elsewhere::contains));
        calls.sort(IN_TIME);
        return List.copyOf(calls);
    }

    private static List<LogEntries> entries(List<KnownLog> logs, List<Held> held) {
        var entries = new ArrayList<LogEntries>(logs.size());
        for (int n = 0; n < logs.size(); n++) {
            entries.add(
                    new LogEntries(logs.get(n).name().subagent(), held.get(n).entries()));
        }
        return entries;
    }

    private List<LogEntries> parentEntries(AgentTool tool, @Nullable String parent) throws SQLException {
        if (parent == null) {
            return List.of();
        }
        var id = new SessionTable(connection).id(new SessionKey(tool.word(), parent));
        if (id.isEmpty()) {
            return List.of();
        }
        var logs = new LogTable(connection).ofSession(id.getAsLong());
        return entries(logs, held(logs));
    }

    /** The session that the logs name as the one they were forked from. */
    private static @Nullable String parent(SessionKey key, List<KnownLog> logs) {
        for (var log : logs) {
            var parent = SessionId.of(log.content().facts().parent());
            if (parent.isPresent() && !parent.get().equals(key.id())) {
                return parent.get();
            }
        }
        return null;
    }

    /** The session that a session without a named parent was forked from: the owner of the last call of the history it copied. */
    private @Nullable String historyOwner(AgentTool tool, List<Held> held) throws SQLException {
        for (var each : held) {
            if (!each.elsewhere().isEmpty()) {
                return new CallOwners(connection)
                        .owner(tool.word(), lastForeign(each))
                        .orElse(null);
            }
        }
        return null;
    }

    private static String lastForeign(Held held) {
        return held.entries().reversed().stream()
                .map(LogEntry::key)
                .filter(held.elsewhere()::contains)
                .findFirst()
                .orElseThrow();
    }
}
