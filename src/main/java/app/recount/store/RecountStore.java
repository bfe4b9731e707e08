package app.recount.store;

import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Recount's own database. Making a store does nothing yet; the file is opened, and migrated if need be, when it is first used,
 * which takes a few tenths of a second: not on the FX thread. Safe for any number of threads and processes.
 */
public final class RecountStore implements AutoCloseable {

    /** The fact that a file was set aside: its name. What it remembered is not remembered any more. */
    public static final String SET_ASIDE = "store_set_aside";

    private final Path path;
    private final StoreFile file;
    private final StoreProblems problems;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Problem> notices = new ConcurrentLinkedQueue<>();
    private StoreFile.@Nullable Opened open;
    private long openings;

    public RecountStore(RecountHome home) {
        this(home.database(), Migration.ALL);
    }

    RecountStore(Path path, List<Migration> migrations) {
        this.path = path;
        this.file = new StoreFile(path, migrations);
        this.problems = new StoreProblems(path);
    }

    /** Whether there is a file yet; the first use makes it. */
    public boolean exists() {
        return Files.exists(path);
    }

    /**
     * Runs the query on one consistent state of the store. Stored values are to be interpreted within it: what makes no sense there is
     * told as damage of the file.
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
                file.requireKnown(opened);
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
            throw new ProblemException(problems.of(e), e);
        } catch (DateTimeException
                | NoSuchElementException
                | IllegalArgumentException
                | NullPointerException
                | JacksonException
                | IndexOutOfBoundsException e) {
            // a value that Recount cannot have written: SQLite notices damage to its own structure, not to a text
            throw new ProblemException(problems.damaged(e), e);
        } finally {
            lock.unlock();
        }
    }

    /** To be asked within a query, with its connection. */
    StoreMoment moment(Connection connection) throws SQLException {
        return StoreMoment.of(openings, connection);
    }

    private Connection connection() throws SQLException, IOException {
        if (open != null && !file.isStill(open)) {
            forget(open); // somebody put another file in its place, or took it away
        }
        var opened = open;
        if (opened == null) {
            opened = file.open();
            open = opened;
            openings++;
            opened.setAside().map(problems::setAside).ifPresent(notices::add);
        }
        return opened.connection();
    }

    /** Some errors have rolled back already; what counts is that no transaction stays open on a connection that lives on. */
    private void rollBack(Connection opened) throws SQLException {
        try {
            execute(opened, "ROLLBACK");
        } catch (SQLException e) {
            open = null;
            opened.close();
        }
    }

    private void forget(StoreFile.Opened opened) throws SQLException {
        open = null;
        opened.connection().close();
    }

    /** What the user should know of the file since the last call; each problem is handed out once. */
    public List<Problem> takeProblems() {
        var taken = new ArrayList<Problem>();
        for (var notice = notices.poll(); notice != null; notice = notices.poll()) {
            taken.add(notice);
        }
        return taken;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Closes the file; a later use opens it again. */
    @Override
    public void close() {
        lock.lock();
        try {
            if (open != null) {
                forget(open);
            }
        } catch (SQLException e) {
            throw new ProblemException(problems.of(e), e);
        } finally {
            lock.unlock();
        }
    }
}
