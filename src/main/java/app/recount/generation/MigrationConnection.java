package app.recount.generation;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.sqlite.JDBC;

/** Opens a memory database for its one migration. */
final class MigrationConnection {

    /** claude-mem's worker holds its lock for milliseconds; what takes longer than this does not end by itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final List<String> PRAGMAS =
            List.of("busy_timeout = " + PATIENCE.toMillis(), "trusted_schema = OFF", "synchronous = FULL");

    private MigrationConnection() {}

    /** Never creates the file; nothing is written by opening it. */
    static Connection open(Path file) throws SQLException {
        return open(file, "mode=rw");
    }

    /** Of a copy that nobody else knows yet: leaves nothing beside it. */
    static Connection openCopy(Path file) throws SQLException {
        return open(file, "mode=ro&immutable=1");
    }

    private static Connection open(Path file, String parameters) throws SQLException {
        var connection = JDBC.createConnection(
                "jdbc:sqlite:file:%s?%s".formatted(file.toUri().getRawPath(), parameters), new Properties());
        try (var statement = connection.createStatement()) {
            for (var pragma : PRAGMAS) {
                statement.execute("PRAGMA " + pragma);
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }
}
