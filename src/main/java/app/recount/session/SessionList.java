package app.recount.session;

import app.recount.session.AgentSession.LogState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads sessions as {@link SessionTable} keeps them: any number of them are two queries. */
final class SessionList {

    static final Comparator<AgentSession> NEWEST_FIRST = Comparator.comparing(AgentSession::lastActivity)
            .reversed()
            .thenComparing(session -> session.key().tool())
            .thenComparing(session -> session.key().id());

    private final Connection connection;
    private final Map<String, AgentTool> tools;

    SessionList(Connection connection, Map<String, AgentTool> tools) {
        this.connection = connection;
        this.tools = tools;
    }

    /** All of them, newest activity first. */
    List<AgentSession> all() throws SQLException {
        try (var tokens = connection.prepareStatement("SELECT * FROM session_tokens");
                var sessions = connection.prepareStatement("SELECT * FROM sessions WHERE path IS NOT NULL")) {
            var list = sessions(sessions, calls(tokens));
            list.sort(NEWEST_FIRST);
            return List.copyOf(list);
        }
    }

    Optional<AgentSession> one(long id) throws SQLException {
        try (var tokens = connection.prepareStatement("SELECT * FROM session_tokens WHERE session = ?");
                var sessions =
                        connection.prepareStatement("SELECT * FROM sessions WHERE id = ? AND path IS NOT NULL")) {
            tokens.setLong(1, id);
            sessions.setLong(1, id);
            return sessions(sessions, calls(tokens)).stream().findFirst();
        }
    }

    /** Those that were forked from a session, newest activity first. */
    List<AgentSession> forks(SessionKey parent) throws SQLException {
        try (var tokens = connection.prepareStatement("""
                        SELECT session_tokens.*
                        FROM session_tokens JOIN sessions ON sessions.id = session_tokens.session
                        WHERE sessions.tool = ? AND sessions.parent = ?
                        """);
                var sessions = connection.prepareStatement(
                        "SELECT * FROM sessions WHERE tool = ? AND parent = ? AND path IS NOT NULL")) {
            for (var query : List.of(tokens, sessions)) {
                query.setString(1, parent.tool());
                query.setString(2, parent.id());
            }
            var list = sessions(sessions, calls(tokens));
            list.sort(NEWEST_FIRST);
            return List.copyOf(list);
        }
    }

    /** The sums by session, each as if it were one call. */
    private static Map<Long, List<Call>> calls(PreparedStatement query) throws SQLException {
        try (var row = query.executeQuery()) {
            var calls = new HashMap<Long, List<Call>>();
            while (row.next()) {
                calls.computeIfAbsent(row.getLong("session"), _ -> new ArrayList<>())
                        .add(sum(row));
            }
            return calls;
        }
    }

    private static Call sum(ResultSet row) throws SQLException {
        return new Call(
                null,
                row.getString("model"),
                row.getBoolean("subagent"),
                new TokenCount(
                        row.getLong("input"),
                        row.getLong("cache_read"),
                        row.getLong("cache_write_5m"),
                        row.getLong("cache_write_1h"),
                        row.getLong("output"),
                        row.getLong("reasoning_output"),
                        row.getLong("calls")));
    }

    private List<AgentSession> sessions(PreparedStatement query, Map<Long, List<Call>> calls) throws SQLException {
        try (var row = query.executeQuery()) {
            var sessions = new ArrayList<AgentSession>();
            while (row.next()) {
                var tool = tools.get(row.getString("tool"));
                if (tool != null) {
                    sessions.add(session(row, tool, calls.getOrDefault(row.getLong("id"), List.of())));
                }
            }
            return sessions;
        }
    }

    private static AgentSession session(ResultSet row, AgentTool tool, List<Call> calls) throws SQLException {
        return new AgentSession(
                new SessionKey(tool.word(), row.getString("session")),
                tool.label(),
                row.getString("path"),
                row.getString("folder"),
                Objects.requireNonNullElse(StoredTime.read(row, "last_activity"), Instant.EPOCH),
                StoredTime.read(row, "last_call"),
                StoredTime.read(row, "started_at"),
                row.getString("model"),
                row.getBoolean("counted") ? Usage.of(calls) : null,
                row.getString("unreadable"),
                row.getString("parent"),
                new LogState(
                        row.getInt("logs"),
                        row.getInt("subagent_logs"),
                        row.getLong("bytes"),
                        row.getLong("read_to"),
                        row.getLong("repeats"),
                        row.getLong("bad_lines"),
                        row.getBoolean("gone"),
                        row.getBoolean("archived"),
                        row.getString("fingerprint")));
    }
}
