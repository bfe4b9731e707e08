package app.recount.session;

import app.recount.session.AgentSession.LogState;
import java.sql.Connection;
import java.sql.PreparedStatement;
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

    private static final String SUMS = """
            SELECT tokens.session, tokens.model, subagent, input, cache_read, cache_write_5m, cache_write_1h, output, reasoning_output, calls
            FROM session_tokens AS tokens
            """;

    private static final String SESSIONS = """
            SELECT id, tool, session, path, folder, last_activity, last_call, started_at, model, counted, unreadable, parent,
                   logs, subagent_logs, bytes, read_to, repeats, bad_lines, gone, archived, fingerprint
            FROM sessions
            WHERE path IS NOT NULL
            """;

    private final Connection connection;
    private final Map<String, AgentTool> tools;

    SessionList(Connection connection, Map<String, AgentTool> tools) {
        this.connection = connection;
        this.tools = tools;
    }

    /** All of them, newest activity first. */
    List<AgentSession> all() throws SQLException {
        try (var tokens = connection.prepareStatement(SUMS);
                var sessions = connection.prepareStatement(SESSIONS)) {
            var list = sessions(sessions, calls(tokens));
            list.sort(NEWEST_FIRST);
            return List.copyOf(list);
        }
    }

    Optional<AgentSession> one(long id) throws SQLException {
        try (var tokens = connection.prepareStatement(SUMS + "WHERE session = ?");
                var sessions = connection.prepareStatement(SESSIONS + "AND id = ?")) {
            tokens.setLong(1, id);
            sessions.setLong(1, id);
            return sessions(sessions, calls(tokens)).stream().findFirst();
        }
    }

    /** Those that were forked from a session, newest activity first. */
    List<AgentSession> forks(SessionKey parent) throws SQLException {
        try (var tokens = connection.prepareStatement(
                        SUMS + "JOIN sessions ON sessions.id = tokens.session WHERE tool = ? AND parent = ?");
                var sessions = connection.prepareStatement(SESSIONS + "AND tool = ? AND parent = ?")) {
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
                var column = new Row(row);
                calls.computeIfAbsent(column.number(), _ -> new ArrayList<>()).add(sum(column));
            }
            return calls;
        }
    }

    private static Call sum(Row column) throws SQLException {
        return new Call(
                null,
                column.text(),
                column.flag(),
                new TokenCount(
                        column.number(),
                        column.number(),
                        column.number(),
                        column.number(),
                        column.number(),
                        column.number(),
                        column.number()));
    }

    private List<AgentSession> sessions(PreparedStatement query, Map<Long, List<Call>> calls) throws SQLException {
        try (var row = query.executeQuery()) {
            var sessions = new ArrayList<AgentSession>();
            while (row.next()) {
                var column = new Row(row);
                var sums = calls.getOrDefault(column.number(), List.of());
                var tool = tools.get(column.text());
                if (tool != null) {
                    sessions.add(session(column, tool, sums));
                }
            }
            return sessions;
        }
    }

    private static AgentSession session(Row column, AgentTool tool, List<Call> sums) throws SQLException {
        return new AgentSession(
                new SessionKey(tool.word(), column.text()),
                tool.label(),
                column.text(),
                column.textOrNull(),
                Objects.requireNonNullElse(column.time(), Instant.EPOCH),
                column.time(),
                column.time(),
                column.textOrNull(),
                column.flag() ? Usage.of(sums) : null,
                column.textOrNull(),
                column.textOrNull(),
                new LogState(
                        (int) column.number(),
                        (int) column.number(),
                        column.number(),
                        column.number(),
                        column.number(),
                        column.number(),
                        column.flag(),
                        column.flag(),
                        column.text()));
    }
}
