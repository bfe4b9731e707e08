package app.recount.memory;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.problem.SystemAnswer;
import app.recount.text.Wording;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** Everything that can be wrong with a memory database, in words. */
final class DatabaseProblems {

    private final Path file;

    DatabaseProblems(Path file) {
        this.file = file;
    }

    ProblemException notFound() {
        return new ProblemException(Problem.of("DB_NOT_FOUND", file)
                .explained()
                .advising(Action.openAnother(), Action.showDataDirectory()));
    }

    ProblemException isDirectory() {
        return new ProblemException(
                Problem.of("DB_IS_DIRECTORY", file).explained().advising(Action.openAnother()));
    }

    ProblemException notAFile() {
        return new ProblemException(
                Problem.of("DB_NOT_A_FILE", file).explained().advising(Action.openAnother()));
    }

    ProblemException leadsInACircle() {
        return new ProblemException(Problem.of("DB_NOT_A_FILE", file)
                .because(Wording.of("problem.DB_NOT_A_FILE.circle"))
                .advising(Action.openAnother()));
    }

    ProblemException empty() {
        return new ProblemException(
                Problem.of("DB_EMPTY", file).explained().advising(Action.tryAgain(), Action.openAnother()));
    }

    ProblemException notSqlite() {
        return new ProblemException(Problem.of("DB_NOT_SQLITE", file)
                .explained()
                .advising(Action.openAnother(), Action.showDataDirectory()));
    }

    ProblemException encrypted() {
        return new ProblemException(Problem.of("DB_ENCRYPTED", file).explained().advising(Action.openAnother()));
    }

    ProblemException notAMemory() {
        return new ProblemException(Problem.of("DB_NOT_A_MEMORY", file)
                .explained()
                .advising(Action.openAnother(), Action.showDataDirectory()));
    }

    /** @param detail what shows it: the text's key behind {@code problem.DB_CORRUPT.} */
    ProblemException corrupt(String detail, Object... arguments) {
        return new ProblemException(Problem.of("DB_CORRUPT", file)
                .explained(Wording.of("problem.DB_CORRUPT." + detail, arguments))
                .advising(Action.read("repairDatabase"), Action.openAnother()));
    }

    ProblemException locked() {
        return new ProblemException(Problem.of("DB_LOCKED", file).explained().advising(Action.tryAgain()));
    }

    ProblemException vanished() {
        return new ProblemException(
                Problem.of("DB_VANISHED", file).explained().advising(Action.tryAgain(), Action.openAnother()));
    }

    ProblemException changing() {
        return new ProblemException(
                Problem.of("DB_CHANGING", file).explained().advising(Action.tryAgain(), Action.read("waitUntilIdle")));
    }

    ProblemException diskFull(Path folder, long needed, long free) {
        return new ProblemException(Problem.of("DISK_FULL.copy", file)
                .explained(megabytes(needed), folder, megabytes(free))
                .advising(Action.read("freeSpaceOrStopWorker"), Action.tryAgainThen()));
    }

    private static long megabytes(long bytes) {
        return Math.ceilDiv(bytes, 1_000_000);
    }

    ProblemException unreadable(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return vanished();
        }
        if (cause instanceof AccessDeniedException && !Files.isReadable(file)) { // else a private copy was denied
            return new ProblemException(
                    Problem.of("DB_UNREADABLE.denied", file)
                            .explained()
                            .advising(Action.read("letRead"), Action.openAnother()),
                    cause);
        }
        return unreadable(SystemAnswer.of(cause), cause);
    }

    ProblemException failed(SQLException cause) {
        // the lower byte is the kind of failure, the rest its circumstances
        return switch (SQLiteErrorCode.getErrorCode(cause.getErrorCode() & 0xff)) {
            case SQLITE_CORRUPT, SQLITE_NOTADB -> corrupt("page");
            case SQLITE_IOERR -> corrupt("part", String.valueOf(cause.getMessage()));
            case SQLITE_BUSY, SQLITE_LOCKED -> locked();
            default -> unreadable(Wording.of("system.sqlite", String.valueOf(cause.getMessage())), cause);
        };
    }

    private ProblemException unreadable(Wording reason, Exception cause) {
        return new ProblemException(
                Problem.of("DB_UNREADABLE", file).because(reason).advising(Action.tryAgain(), Action.openAnother()),
                cause);
    }
}
