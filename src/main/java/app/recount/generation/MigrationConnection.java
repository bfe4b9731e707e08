package app.recount.generation;

import app.recount.memory.MemoryConnection;
import app.recount.memory.StatementWatch;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/** Opens a memory database for its one migration. */
final class MigrationConnection {

    private MigrationConnection() {}

    /** Never creates the file; nothing is written by opening it. */
    static MemoryConnection open(Path file, Duration patience, StatementWatch watch) throws SQLException {
        return open(file, "mode=rw", patience, watch);
    }

    /** Of a copy that nobody else knows yet: leaves nothing beside it. */
    static MemoryConnection openCopy(Path file, StatementWatch watch) throws SQLException {
        return open(file, "mode=ro&immutable=1", Duration.ZERO, watch);
    }

    private static MemoryConnection open(Path file, String parameters, Duration patience, StatementWatch watch)
            throws SQLException {
        var settings = MemoryConnection.settings(
                "busy_timeout = " + patience.toMillis(), "trusted_schema = OFF", "synchronous = FULL");
        return MemoryConnection.open(file, parameters, settings, watch);
    }
}
