package app.recount.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps the sessions as they were worked out last, in {@code sessions} and {@code session_tokens}. */
final class SessionTable {

    private final Connection connection;

    SessionTable(Connection connection) {
        this.connection = connection;
    }

    OptionalLong id(SessionKey key) throws SQLException {
        try (var query = connection.prepareStatement("SELECT id FROM sessions WHERE tool = ? AND session = ?")) {
            query.setString(1, key.tool());
            query.setString(2, key.id());
            try (var row = query.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    Optional<SessionKey> key(long id) throws SQLException {
        try (var query = connection.prepareStatement("SELECT tool, session FROM sessions WHERE id = ?")) {
            query.setLong(1, id);
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(new SessionKey(row.getString(1), row.getString(2))) : Optional.empty();
            }
        }
    }

    /** The session's row, made if there is none; null for no session. */
    @Nullable
    Long ensure(String tool, @Nullable String session) throws SQLException {
        if (session == null) {
            return null;
        }
        try (var insert = connection.prepareStatement("""
                INSERT INTO sessions(tool, session, stamp) VALUES (?, ?, 0) ON CONFLICT(tool, session) DO NOTHING
                """)) {
            insert.setString(1, tool);
            insert.setString(2, session);
            insert.executeUpdate();
        }
        return id(new SessionKey(tool, session)).orElseThrow();
    }

    /** Puts down that the session has to be worked out again, and with it those that were forked from it. */
    void touch(@Nullable Long session) throws SQLException {
        if (session == null) {
            return;
        }
        try (var update = connection.prepareStatement("""
                UPDATE sessions SET stamp = ?1
                WHERE id = ?2
                   OR id IN (SELECT fork.id
                             FROM sessions AS parent JOIN sessions AS fork
                                  ON fork.tool = parent.tool AND fork.parent = parent.session
                             WHERE parent.id = ?2)
                """)) {
            update.setLong(1, LogTable.newStamp());
            update.setLong(2, session);
            update.executeUpdate();
        }
    }

    /** Some of those that have to be worked out. Of others it is not settled yet whose their calls are: who settles that goes on. */
    List<Long> unresolved(int limit) throws SQLException {
        try (var query = connection.prepareStatement("""
                SELECT id FROM sessions
                WHERE resolved IS NOT stamp
                  AND NOT EXISTS (SELECT 1 FROM log_files
                                  WHERE session = sessions.id AND settled < entries + open_entries)
                ORDER BY id LIMIT ?
                """)) {
            query.setInt(1, limit);
            try (var row = query.executeQuery()) {
                var ids = new ArrayList<Long>();
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
                return ids;
            }
        }
    }

    boolean isResolved(long id) throws SQLException {
        try (var query = connection.prepareStatement("SELECT resolved IS stamp FROM sessions WHERE id = ?")) {
            query.setLong(1, id);
            try (var row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Whether it is known whose the calls are that stand in its logs. */
    boolean isSettled(long id) throws SQLException {
        try (var query = connection.prepareStatement(
                "SELECT NOT EXISTS (SELECT 1 FROM log_files WHERE session = ? AND settled < entries + open_entries)")) {
            query.setLong(1, id);
            try (var row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Puts down how a session was worked out, and the calls that its usage is made of. */
    void save(long id, AgentSession session, Iterable<Call> calls) throws SQLException {
        saveSession(id, session);
        saveTokens(id, calls);
    }

    /** Puts down that a session has no log any more: the one it had turned out to be another's. */
    void hide(long id) throws SQLException {
        try (var update =
                connection.prepareStatement("UPDATE sessions SET resolved = stamp, path = NULL WHERE id = ?")) {
            update.setLong(1, id);
            update.executeUpdate();
        }
    }

    private void saveSession(long id, AgentSession session) throws SQLException {
        try (var update = connection.prepareStatement("""
                UPDATE sessions
                SET resolved = stamp, path = ?, folder = ?, parent = ?, model = ?, last_activity = ?, last_call = ?,
                    started_at = ?, counted = ?, unreadable = ?, logs = ?, subagent_logs = ?, bytes = ?, read_to = ?,
                    repeats = ?, bad_lines = ?, gone = ?, archived = ?, fingerprint = ?
                WHERE id = ?
                """)) {
            var log = session.log();
            var column = new Columns(update);
            column.text(session.path());
            column.text(session.folder());
            column.text(session.parent());
            column.text(session.model());
            column.number(StoredTime.micros(session.lastActivity()));
            column.number(StoredTime.micros(session.lastCall()));
            column.number(StoredTime.micros(session.startedAt()));
            column.flag(session.usage() != null);
            column.text(session.unreadable());
            column.number((long) log.logs());
            column.number((long) log.subagentLogs());
            column.number(log.bytes());
            column.number(log.readTo());
            column.number(log.repeats());
            column.number(log.badLines());
            column.flag(log.gone());
            column.flag(log.archived());
            column.text(log.fingerprint());
            column.number(id);
            update.executeUpdate();
        }
    }

    private void saveTokens(long id, Iterable<Call> calls) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM session_tokens WHERE session = ?")) {
            delete.setLong(1, id);
            delete.executeUpdate();
        }
        var own = new TreeMap<String, TokenCount>();
        var subagents = new TreeMap<String, TokenCount>();
        for (var call : calls) {
            (call.subagent() ? subagents : own)
                    .merge(Objects.requireNonNullElse(call.model(), ""), call.tokens(), TokenCount::plus);
        }
        saveTokens(id, false, own);
        saveTokens(id, true, subagents);
    }

    private void saveTokens(long id, boolean subagent, Map<String, TokenCount> byModel) throws SQLException {
        try (var insert =
                connection.prepareStatement("INSERT INTO session_tokens VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (var each : byModel.entrySet()) {
                var tokens = each.getValue();
                var column = new Columns(insert);
                column.number(id);
                column.flag(subagent);
                column.text(each.getKey());
                column.number(tokens.input());
                column.number(tokens.cacheRead());
                column.number(tokens.cacheWrite5m());
                column.number(tokens.cacheWrite1h());
                column.number(tokens.output());
                column.number(tokens.reasoningOutput());
                column.number(tokens.calls());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
