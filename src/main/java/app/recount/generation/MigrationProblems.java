package app.recount.generation;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.text.Wording;
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
        return new ProblemException(
                Problem.of("MEMORY_BUSY", database).explained().advising(Action.tryAgain(), Action.read("stopWorker")));
    }

    ProblemException inProgress() {
        return new ProblemException(
                Problem.of("MIGRATION_IN_PROGRESS", database).advising(Action.tryAgain()));
    }

    ProblemException newerSchema(int version) {
        return new ProblemException(Problem.of("MEMORY_NEWER", database)
                .explained(version, CompressionTable.KNOWN_SCHEMA)
                .advising(Action.read("recordWithoutTableAlike"), Action.read("newerMayKnow")));
    }

    ProblemException otherShape() {
        return new ProblemException(Problem.of("TABLE_OTHER_SHAPE.foreign", database)
                .explained()
                .advising(Action.read("recordWithoutTable")));
    }

    ProblemException notOurs() {
        return new ProblemException(
                Problem.of("TABLE_OTHER_SHAPE.notOurs", database).explained().advising(Action.read("leaveToMaker")));
    }

    ProblemException notEmpty() {
        return new ProblemException(
                Problem.of("TABLE_NOT_EMPTY", database).explained().advising(Action.read("keepTable")));
    }

    ProblemException noSpace(long needed, long usable) {
        return new ProblemException(Problem.of("DISK_FULL.backup", database)
                .explained(Math.ceilDiv(needed, 1_000_000), usable / 1_000_000)
                .advising(Action.read("freeSpace")));
    }

    ProblemException notWritten(IOException cause) {
        var said = String.valueOf(cause.getMessage());
        return notChanged(
                cause instanceof AccessDeniedException
                        ? Wording.of("problem.MIGRATION_FAILED.denied", said)
                        : Wording.of("system.says", said),
                cause);
    }

    ProblemException failed(SQLException cause) {
        return isBusy(cause)
                ? busy()
                : notChanged(Wording.of("system.sqlite", String.valueOf(cause.getMessage())), cause);
    }

    private ProblemException notChanged(Wording why, Exception cause) {
        return new ProblemException(
                Problem.of("MIGRATION_FAILED", database)
                        .because(why)
                        .advising(Action.tryAgain(), Action.showDataDirectory()),
                cause);
    }

    /** Somebody else has a lock, so nothing was begun. */
    static boolean isBusy(SQLException cause) {
        var code = SQLiteErrorCode.getErrorCode(cause.getErrorCode() & 0xff);
        return code == SQLiteErrorCode.SQLITE_BUSY || code == SQLiteErrorCode.SQLITE_LOCKED;
    }
}
