package app.recount.memory;

import app.recount.store.Progress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.sqlite.JDBC;
import org.sqlite.ProgressHandler;

/**
 * An opened memory database. Every statement on it is prepared here and nowhere else, so that whoever watches sees all of them.
 */
public final class MemoryConnection implements AutoCloseable {

    /** Nothing in the file can run, and nothing of it can be written. */
    private static final List<MemoryStatement> READING = settings(
            "trusted_schema = OFF",
            "query_only = 1",
            // damage that a scan would otherwise read over; costs nothing measurable
            "cell_size_check = ON",
            // what is sorted is little, and must not land in a shared temporary folder
            "temp_store = MEMORY");

    /** Often enough to end at once, seldom enough to cost nothing: some thousand rows. */
    private static final int STEPS_BETWEEN_CALLS = 100_000;

    private final Connection connection;
    private final StatementWatch watch;

    MemoryConnection(Connection connection, StatementWatch watch) {
        this.connection = connection;
        this.watch = watch;
    }

    /** In place: SQLite takes the file as it is, looks for nothing beside it and locks nothing. */
    static MemoryConnection immutable(Path file, StatementWatch watch, Progress progress) throws SQLException {
        return open(file, "mode=ro&immutable=1", READING, watch).interruptedBy(progress);
    }

    /** Of a private copy, where a log is replayed or a journal rolled back on opening. */
    static MemoryConnection privateCopy(Path file, StatementWatch watch, Progress progress) throws SQLException {
        return open(file, "mode=rw", READING, watch).interruptedBy(progress);
    }

    /**
     * Opens a file.
     *
     * @param parameters of SQLite's URI
     * @param settings run before anything else
     */
    public static MemoryConnection open(
            Path file, String parameters, List<MemoryStatement> settings, StatementWatch watch) throws SQLException {
        // as a URI, because a name may hold ?, # or % itself
        var url = "jdbc:sqlite:file:%s?%s".formatted(file.toUri().getRawPath(), parameters);
        var opened = new MemoryConnection(JDBC.createConnection(url, new Properties()), watch);
        try {
            for (var setting : settings) {
                opened.execute(setting);
            }
            return opened;
        } catch (SQLException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    public static List<MemoryStatement> settings(String... pragmas) {
        return Stream.of(pragmas)
                .map(pragma -> new MemoryStatement(Purpose.SETTING, "PRAGMA " + pragma))
                .toList();
    }

    /** The statements that every reading begins with. */
    static List<MemoryStatement> settings() {
        return READING;
    }

    private MemoryConnection interruptedBy(Progress progress) throws SQLException {
        try {
            ProgressHandler.setHandler(connection, STEPS_BETWEEN_CALLS, new ProgressHandler() {
                @Override
                protected int progress() {
                    return progress.isCancelled() ? 1 : 0;
                }
            });
            return this;
        } catch (SQLException | RuntimeException e) {
            close();
            throw e;
        }
    }

    public PreparedStatement prepare(MemoryStatement statement) throws SQLException {
        watch.preparing(this, statement);
        return connection.prepareStatement(statement.sql());
    }

    /** Runs it, whatever it answers. */
    public void execute(MemoryStatement statement) throws SQLException {
        try (var prepared = prepare(statement)) {
            prepared.execute();
        }
    }

    /** What SQLite compiles the statement into, without the instructions that touch no table. It is not run. */
    List<ProgramStep> program(String sql) throws SQLException {
        try (var explaining = connection.createStatement();
                var step = explaining.executeQuery("EXPLAIN " + sql)) {
            return ProgramStep.of(step);
        }
    }

    /**
     * Compiles a statement, without running it, and says what it reads of the tables.
     *
     * @throws SQLException if it does not compile on this database
     */
    public Set<ColumnRead> reads(MemoryStatement statement) throws SQLException {
        return CompiledReads.on(this).of(statement);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
