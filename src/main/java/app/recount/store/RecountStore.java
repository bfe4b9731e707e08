package app.recount.store;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Recount's own database. Making a store does nothing yet; the file is opened, and migrated if need be, when it is first used,
 * which takes a few tenths of a second: not on the FX thread. Safe for any number of threads and processes.
 */
public final class RecountStore implements AutoCloseable {

    private final Path path;
    private final StoreFile file;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Connection connection;

    public RecountStore(RecountHome home) {
        this(home.database(), Migration.ALL);
    }

    RecountStore(Path path, List<Migration> migrations) {
        this.path = path;
        this.file = new StoreFile(path, migrations);
    }

    /** Whether there is a file yet; the first use makes it. */
    public boolean exists() {
        return Files.exists(path);
    }

    /**
     * Runs the query on one consistent state of the store.
     *
     * @throws ProblemException if the store cannot be used, or if SQLite fails
     */
    public <T> T read(Query<T> query) {
        return run("BEGIN", query);
    }

    /**
     * Runs the query as one transaction: all of it happens or, when it throws, nothing. Other processes wait meanwhile, so keep it
     * short.
     *
     * @throws ProblemException if the store cannot be used, or if SQLite fails
     */
    public <T> T write(Query<T> query) {
        return run("BEGIN IMMEDIATE", query);
    }

    private <T> T run(String begin, Query<T> query) {
        lock.lock();
        try {
            var opened = connection();
            execute(opened, begin);
            var committed = false;
            try {
                var result = query.run(opened);
                execute(opened, "COMMIT");
                committed = true;
                return result;
            } finally {
                if (!committed) {
                    rollBack(opened);
                }
            }
        } catch (SQLException | IOException e) {
            throw new ProblemException(problem(e), e);
        } finally {
            lock.unlock();
        }
    }

    private Connection connection() throws SQLException, IOException {
        if (connection == null) {
            connection = file.open();
        }
        return connection;
    }

    /** Some errors have rolled back already; what counts is that no transaction stays open on a connection that lives on. */
    private void rollBack(Connection opened) throws SQLException {
        try {
            execute(opened, "ROLLBACK");
        } catch (SQLException e) {
            connection = null;
            opened.close();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Problem problem(Exception e) {
        if (e instanceof StoreTooNewException) {
            return new Problem(
                    "STORE_TOO_NEW",
                    "“%s” was written by a newer Recount.".formatted(path),
                    "To keep it whole nothing of it is used: %s.".formatted(e.getMessage()),
                    Action.read("Use the newer Recount, or set RECOUNT_HOME to another folder."));
        }
        if (e instanceof SQLiteException sqlite
                && (sqlite.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_BUSY.code) {
            return new Problem(
                    "STORE_BUSY",
                    "“%s” is being written by another Recount.".formatted(path),
                    "It did not become free within some seconds.",
                    Action.tryAgain());
        }
        return new Problem(
                "STORE_FAILED",
                "Recount's own database “%s” cannot be used.".formatted(path),
                e.getMessage(),
                Action.tryAgain(),
                Action.read("See that the folder can be written to and that the disk is not full."));
    }

    /** Closes the file; a later use opens it again. */
    @Override
    public void close() {
        lock.lock();
        try {
            if (connection != null) {
                connection.close();
                connection = null;
            }
        } catch (SQLException e) {
            throw new ProblemException(problem(e), e);
        } finally {
            lock.unlock();
        }
    }
}
