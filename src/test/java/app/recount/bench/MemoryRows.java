package app.recount.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** A memory database of so many observations over 800 days, each with a text of about 300 characters. */
final class MemoryRows {

    static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");

    private static final int DAYS = 800;
    private static final int TEXT = 300;
    private static final long SEED = 93_000;

    private final Chance chance = new Chance(SEED);
    private final Babble babble = new Babble(chance);
    private final int observations;

    MemoryRows(int observations) {
        this.observations = observations;
    }

    void write(Path file) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE observations(
                        id INTEGER PRIMARY KEY AUTOINCREMENT, memory_session_id TEXT, project TEXT, text TEXT, type TEXT, title TEXT,
                        discovery_tokens INTEGER, created_at_epoch INTEGER, agent_type TEXT)
                    """);
            statement.execute("CREATE INDEX idx_observations_project ON observations(project)");
            statement.execute("CREATE INDEX idx_observations_created ON observations(created_at_epoch DESC)");
            statement.execute("""
                    CREATE TABLE sdk_sessions(
                        id INTEGER PRIMARY KEY, memory_session_id TEXT, project TEXT, platform_source TEXT, started_at_epoch INTEGER,
                        status TEXT)
                    """);
            statement.execute("BEGIN");
            observations(connection);
            sessions(connection);
            statement.execute("COMMIT");
        }
    }

    private void observations(Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO observations(memory_session_id, project, text, type, title, discovery_tokens, created_at_epoch)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)) {
            for (int n = 0; n < observations; n++) {
                insert.setString(1, "session-" + n / 40);
                insert.setString(2, "project-" + chance.between(1, 60));
                insert.setString(3, babble.text(chance.skewed(TEXT * 5 / 9)));
                insert.setString(4, chance.oneOf("discovery", "bugfix", "feature", "decision", "change", "refactor"));
                insert.setString(5, "What was found");
                insert.setInt(6, chance.skewed(2_000));
                insert.setLong(7, at(n));
                insert.executeUpdate();
            }
        }
    }

    private void sessions(Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO sdk_sessions(memory_session_id, project, platform_source, started_at_epoch, status)
                VALUES (?, ?, 'claude', ?, 'completed')
                """)) {
            for (int n = 0; n < observations; n += 40) {
                insert.setString(1, "session-" + n / 40);
                insert.setString(2, "project-" + chance.between(1, 60));
                insert.setLong(3, at(n));
                insert.executeUpdate();
            }
        }
    }

    private long at(int n) {
        var share = (double) n / observations;
        return NOW.minus(Duration.ofDays(DAYS)).toEpochMilli()
                + (long) (share * Duration.ofDays(DAYS - 3).toMillis());
    }
}
