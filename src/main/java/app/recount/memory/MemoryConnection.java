package app.recount.memory;

import app.recount.store.Progress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.ProgressHandler;

/** Opens a SQLite file so that nothing in it can run and nothing of it can be written. */
final class MemoryConnection {

    private static final List<String> PRAGMAS = List.of(
            "trusted_schema = OFF",
            "query_only = 1",
            // damage that a scan would otherwise read over; costs nothing measurable
            "cell_size_check = ON",
            "cache_size = -16000",
            // what is sorted is little, and must not land in a shared temporary folder
            "temp_store = MEMORY");

    /** Often enough to end at once, seldom enough to cost nothing: some thousand rows. */
    private static final int STEPS_BETWEEN_CALLS = 100_000;

    private MemoryConnection() {}

    /** In place: SQLite takes the file as it is, looks for nothing beside it and locks nothing. */
    static Connection immutable(Path file, Progress progress) throws SQLException {
        return open(file, "mode=ro&immutable=1", progress);
    }

    /** Of a private copy, where a log is replayed or a journal rolled back on opening. */
    static Connection privateCopy(Path file, Progress progress) throws SQLException {
        return open(file, "mode=rw", progress);
    }

    private static Connection open(Path file, String parameters, Progress progress) throws SQLException {
        // as a URI, because a name may hold ?, # or % itself
        var url = "jdbc:sqlite:file:%s?%s".formatted(file.toUri().getRawPath(), parameters);
        var connection = JDBC.createConnection(url, new Properties());
        try (var statement = connection.createStatement()) {
            for (var pragma : PRAGMAS) {
                statement.execute("PRAGMA " + pragma);
            }
            ProgressHandler.setHandler(connection, STEPS_BETWEEN_CALLS, new ProgressHandler() {
                @Override
                protected int progress() {
                    return progress.isCancelled() ? 1 : 0;
                }
            });
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }
}
