package app.recount.generation;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** What can stand in the way of the migration, in words. Whatever it is, nothing was changed. */
final class MigrationProblems {

    private final Path database;

    MigrationProblems(Path database) {
        this.database = database;
    }

    ProblemException busy() {
        return new ProblemException(new Problem(
                "MEMORY_BUSY",
                "“%s” is locked by another program; nothing was changed.".formatted(database),
                "It did not become free within some seconds.",
                Action.tryAgain(),
                Action.read("Stop claude-mem's worker, if it stays so.")));
    }

    ProblemException inProgress() {
        return new ProblemException(new Problem(
                "MIGRATION_IN_PROGRESS",
                "Another Recount is changing “%s” right now.".formatted(database),
                null,
                Action.tryAgain()));
    }

    ProblemException newerSchema(int version) {
        return new ProblemException(new Problem(
                "MEMORY_NEWER",
                "“%s” belongs to a newer claude-mem than Recount knows; nothing was changed.".formatted(database),
                "Its schema is at version %d, and up to version %d no claude-mem makes this table itself. A newer one may, in its own way."
                        .formatted(version, CompressionTable.KNOWN_SCHEMA),
                Action.read(
                        "Turns can be recorded without the table: Recount keeps them itself, and counts them the same."),
                Action.read("A newer Recount may know this version.")));
    }

    ProblemException otherShape() {
        return new ProblemException(new Problem(
                "TABLE_OTHER_SHAPE",
                "Something else is called compression_events in “%s”; nothing was changed.".formatted(database),
                "It is no table, or lacks columns of compression turns.",
                Action.read("Turns can be recorded without the table: Recount keeps them itself.")));
    }

    ProblemException notOurs() {
        return new ProblemException(new Problem(
                "TABLE_OTHER_SHAPE",
                "The table in “%s” is not one that Recount made; nothing was changed.".formatted(database),
                "It was made by other statements than Recount's, so somebody may count on it.",
                Action.read("Leave it to whoever made it.")));
    }

    ProblemException notEmpty() {
        return new ProblemException(new Problem(
                "TABLE_NOT_EMPTY",
                "The table in “%s” has rows; nothing was changed.".formatted(database),
                "It is removed only while it is empty, so that nothing is lost.",
                Action.read("Keep it: it disturbs nobody.")));
    }

    ProblemException noSpace(long needed, long usable) {
        return new ProblemException(new Problem(
                "DISK_FULL",
                "There is no room for a copy of “%s”; nothing was changed.".formatted(database),
                "It needs %,d MB, and %,d MB are free.".formatted(Math.ceilDiv(needed, 1_000_000), usable / 1_000_000),
                Action.read("Free some space.")));
    }

    ProblemException notWritten(IOException cause) {
        return new ProblemException(
                new Problem(
                        "MIGRATION_FAILED",
                        "“%s” could not be changed.".formatted(database),
                        cause instanceof AccessDeniedException
                                ? "This user may not write to its folder: %s".formatted(cause.getMessage())
                                : "The system says: %s".formatted(cause.getMessage()),
                        Action.tryAgain(),
                        Action.showDataDirectory()),
                cause);
    }

    ProblemException failed(SQLException cause) {
        if (isBusy(cause)) {
            return busy();
        }
        return new ProblemException(
                new Problem(
                        "MIGRATION_FAILED",
                        "“%s” could not be changed.".formatted(database),
                        "SQLite says: %s".formatted(cause.getMessage()),
                        Action.tryAgain(),
                        Action.showDataDirectory()),
                cause);
    }

    /** Somebody else has a lock, so nothing was begun. */
    static boolean isBusy(SQLException cause) {
        var code = SQLiteErrorCode.getErrorCode(cause.getErrorCode() & 0xff);
        return code == SQLiteErrorCode.SQLITE_BUSY || code == SQLiteErrorCode.SQLITE_LOCKED;
    }
}
