package app.recount.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * Builds a memory database as it looks while claude-mem's worker is running: in WAL mode, with the work of the last day still in the
 * write-ahead log. The file is only complete while the connection is open, because closing it empties the log.
 */
final class DemoDatabase implements AutoCloseable {

    /** The numbers that claude-mem's migrations leave behind; those missing were withdrawn. */
    private static final String MIGRATIONS =
            "[4,5,6,7,8,9,10,11,16,17,20,21,22,23,24,26,27,28,29,30,31,32,33,34,35,39,41,42,44,45,46,47,48,49]";

    private final Connection connection;

    DemoDatabase(Path file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri().getRawPath());
    }

    void fill(long seed, Instant now) throws SQLException, IOException {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var history = new WorkHistory(new Dice(seed), new Phrases(), today);
        var sessions = history.sessions();
        var lately = now.minus(Duration.ofDays(1));

        // nobody else sees the file yet, and it is made anew if this fails, so no log is needed for the bulk
        execute("PRAGMA journal_mode = OFF");
        execute("PRAGMA synchronous = OFF");
        connection.setAutoCommit(false);
        execute(schema());
        for (var statement : TurnRows.schema()) {
            execute(statement);
        }
        writeMigrations(history.firstDay());
        var toldSince = history.firstDay()
                .plusDays(TurnRows.UNTOLD_DAYS)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        try (var rows = new MemoryRows(connection, toldSince, now)) {
            rows.write(sessions.stream().filter(each -> each.start().isBefore(lately)));
            new Oddities(history.firstDay(), today).write(connection);
            connection.commit();

            connection.setAutoCommit(true);
            execute("PRAGMA journal_mode = WAL");
            execute("PRAGMA wal_autocheckpoint = 0");
            connection.setAutoCommit(false);
            rows.write(sessions.stream().filter(each -> !each.start().isBefore(lately)));
            writePendingMessages();
            connection.commit();
        }
    }

    private static String schema() throws IOException {
        try (var stream = Objects.requireNonNull(DemoDatabase.class.getResourceAsStream("memory-schema.sql"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void writeMigrations(LocalDate firstDay) throws SQLException {
        try (var statement = connection.prepareStatement("""
                INSERT INTO schema_versions (version, applied_at) SELECT value, ? FROM json_each(?) ORDER BY value
                """)) {
            statement.setString(1, firstDay + "T06:00:00.000Z");
            statement.setString(2, MIGRATIONS);
            statement.executeUpdate();
        }
    }

    /** Tool calls of the newest session that the worker has not compressed yet. */
    private void writePendingMessages() throws SQLException {
        execute("""
                INSERT INTO pending_messages (session_db_id, content_session_id, message_type, tool_name, prompt_number,
                    created_at_epoch)
                SELECT s.id, content_session_id, 'observation', tool.value, 1, started_at_epoch
                FROM sdk_sessions s, json_each('["Read", "Edit"]') tool
                WHERE s.id = (SELECT max(id) FROM sdk_sessions)
                """);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
