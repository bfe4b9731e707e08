package app.recount.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteJDBCLoader;

/** The file recount.db: opens it ready for use, and sets a file aside that is no database. */
final class StoreFile {

    private static final int BUSY_TIMEOUT_MILLIS = 10_000;

    /**
     * Another process may be opening, migrating or setting aside the file. SQLite's own locks are not enough for that: two that both
     * switch a new file to WAL make one of them fail at once, and setting a broken file aside must not hit its fresh successor.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path file;
    private final StoreRemains remains;
    private final List<Migration> migrations;

    StoreFile(Path file, List<Migration> migrations) {
        this.file = file;
        this.remains = new StoreRemains(file);
        this.migrations = List.copyOf(migrations);
    }

    /**
     * An open file.
     *
     * @param connection at the newest schema version; its autocommit is on
     * @param identity of the file as it was opened
     * @param setAside where one that could not be understood was put, if there was one
     */
    record Opened(Connection connection, Object identity, Optional<Path> setAside) {}

    Opened open() throws SQLException, IOException {
        loadLibrary();
        try (var _ = ProcessLock.take(file.resolveSibling(file.getFileName() + ".lock"), PATIENCE)) {
            if (remains.isWithoutDatabase()) {
                return openAnew();
            }
            try {
                return openOnce(Optional.empty());
            } catch (SQLiteException e) {
                if (!isDamage(e)) {
                    throw e;
                }
                return openAnew();
            }
        }
    }

    /** Beforehand: it takes longer than all that is done with the lock, and the others would wait for it one after the other. */
    private static void loadLibrary() throws IOException {
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            throw new IOException("SQLite's library cannot be loaded: " + e.getMessage(), e);
        }
    }

    /** Whether the name still stands for the file that was opened; what is written into a moved one is never found again. */
    boolean isStill(Opened opened) throws IOException {
        return remains.identity().equals(Optional.of(opened.identity()));
    }

    /**
     * Within a transaction: a newer Recount may have migrated the file since it was opened.
     *
     * @throws StoreTooNewException if one has
     */
    void requireKnown(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("PRAGMA user_version");
                var row = statement.executeQuery()) {
            row.next();
            requireKnown(row.getInt(1));
        }
    }

    private void requireKnown(int version) throws StoreTooNewException {
        if (version > migrations.size()) {
            throw new StoreTooNewException(version, migrations.size());
        }
    }

    private Opened openAnew() throws SQLException, IOException {
        return openOnce(Optional.of(remains.setAside()));
    }

    /** @param setAside what stood under the name before */
    private Opened openOnce(Optional<Path> setAside) throws SQLException, IOException {
        if (!Files.exists(file)) {
            OwnerOnly.createFile(file); // SQLite gives -wal and -shm the permissions of the file
        }
        var connection = new PreparedOnce(file);
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + BUSY_TIMEOUT_MILLIS);
            // asked before anything is written: a newer file is refused, not damaged
            var version = version(connection);
            requireKnown(version);
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA foreign_keys = ON");
            var untold = version > 0 || setAside.isPresent() ? setAside : remains.setAsideBefore();
            if (version < migrations.size()) {
                migrate(connection, migrations.subList(version, migrations.size()), untold);
            }
            return new Opened(connection, remains.identity().orElse(file), untold);
        } catch (SQLException | IOException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** The schema is read along with the version, so that damage to its page shows here and not in the middle of work. */
    private static int version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT user_version, (SELECT count(*) FROM sqlite_schema) FROM pragma_user_version")) {
            row.next();
            return row.getInt(1);
        }
    }

    /**
     * All that is missing in one transaction, so that a new file is never without the knowledge of the one before it.
     *
     * @param setAside to be remembered in the new file
     */
    private void migrate(Connection connection, List<Migration> missing, Optional<Path> setAside) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                for (var migration : missing) {
                    for (var sql : migration.statements()) {
                        statement.execute(sql);
                    }
                }
                if (setAside.isPresent()) {
                    remember(connection, setAside.get());
                }
                statement.execute("PRAGMA user_version = " + migrations.size());
                statement.execute("COMMIT");
            } catch (SQLException e) {
                statement.execute("ROLLBACK");
                throw e;
            }
        }
    }

    private static void remember(Connection connection, Path setAside) throws SQLException {
        try (var statement = connection.prepareStatement("INSERT INTO facts(key, value) VALUES (?, ?)")) {
            statement.setString(1, RecountStore.SET_ASIDE);
            statement.setString(2, String.valueOf(setAside.getFileName()));
            statement.executeUpdate();
        }
    }

    static boolean isDamage(SQLiteException e) {
        var code = e.getResultCode();
        return code == SQLiteErrorCode.SQLITE_NOTADB || (code.code & 0xff) == SQLiteErrorCode.SQLITE_CORRUPT.code;
    }
}
