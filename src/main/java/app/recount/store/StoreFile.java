package app.recount.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The file recount.db: opens it ready for use, and sets a file aside that is no database. */
final class StoreFile {

    private static final int BUSY_TIMEOUT_MILLIS = 5_000;

    /**
     * Another process may be opening, migrating or setting aside the file. SQLite's own locks are not enough for that: two that both
     * switch a new file to WAL make one of them fail at once, and setting a broken file aside must not hit its fresh successor.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path file;
    private final List<Migration> migrations;

    StoreFile(Path file, List<Migration> migrations) {
        this.file = file;
        this.migrations = List.copyOf(migrations);
    }

    /** A connection to the file at the newest schema version; its autocommit is on. */
    Connection open() throws SQLException, IOException {
        try (var _ = ProcessLock.take(file.resolveSibling(file.getFileName() + ".lock"), PATIENCE)) {
            try {
                return openOnce();
            } catch (SQLiteException e) {
                if (!cannotBeUnderstood(e)) {
                    throw e;
                }
                setAside();
                return openOnce();
            }
        }
    }

    private Connection openOnce() throws SQLException, IOException {
        if (!Files.exists(file)) {
            OwnerOnly.createFile(file); // SQLite gives -wal and -shm the permissions of the file
        }
        var connection =
                JDBC.createConnection("jdbc:sqlite:file:" + file.toUri().getRawPath(), new Properties());
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + BUSY_TIMEOUT_MILLIS);
            // asked before anything is written: a newer file is refused, not damaged
            var version = version(connection);
            if (version > migrations.size()) {
                throw new StoreTooNewException(version, migrations.size());
            }
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA foreign_keys = ON");
            for (int next = version; next < migrations.size(); next++) {
                migrate(connection, next + 1, migrations.get(next));
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
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

    private static void migrate(Connection connection, int number, Migration migration) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                for (var sql : migration.statements()) {
                    statement.execute(sql);
                }
                statement.execute("PRAGMA user_version = " + number);
                statement.execute("COMMIT");
            } catch (SQLException e) {
                statement.execute("ROLLBACK");
                throw e;
            }
        }
    }

    private static boolean cannotBeUnderstood(SQLiteException e) {
        var code = e.getResultCode();
        return code == SQLiteErrorCode.SQLITE_NOTADB || (code.code & 0xff) == SQLiteErrorCode.SQLITE_CORRUPT.code;
    }

    /** With its write-ahead log, which may hold what the file itself has lost; the index of the log can always be rebuilt. */
    private void setAside() throws IOException {
        var kept = AtomicFile.setAside(file);
        var log = file.resolveSibling(file.getFileName() + "-wal");
        if (Files.exists(log)) {
            Files.move(log, kept.resolveSibling(kept.getFileName() + "-wal"));
        }
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
    }
}
