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

    private static final List<String> PRAGMAS = List.of("trusted_schema = OFF", "synchronous = FULL");

    private MigrationConnection() {}

    /** Never creates the file; nothing is written by opening it. */
    static Connection open(Path file, Duration patience) throws SQLException {
        return open(file, "mode=rw", patience);
    }

    /** Of a copy that nobody else knows yet: leaves nothing beside it. */
    static Connection openCopy(Path file) throws SQLException {
        return open(file, "mode=ro&immutable=1", Duration.ZERO);
    }

    private static Connection open(Path file, String parameters, Duration patience) throws SQLException {
        var connection = JDBC.createConnection(
                "jdbc:sqlite:file:%s?%s".formatted(file.toUri().getRawPath(), parameters), new Properties());
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + patience.toMillis());
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
