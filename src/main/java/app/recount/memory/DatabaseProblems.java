package app.recount.memory;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
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
        return problem(
                "DB_NOT_FOUND",
                "There is no memory database at “%s”.".formatted(file),
                "The file does not exist; claude-mem makes it at its first start.",
                Action.openAnother(),
                Action.showDataDirectory());
    }

    ProblemException isDirectory() {
        return problem(
                "DB_IS_DIRECTORY",
                "“%s” is a folder, not a database.".formatted(file),
                "A memory database is a single file, usually named claude-mem.db.",
                Action.openAnother());
    }

    ProblemException notAFile() {
        return problem(
                "DB_NOT_A_FILE",
                "“%s” is no ordinary file.".formatted(file),
                "It is a device, a pipe or a socket, which a database cannot be read from.",
                Action.openAnother());
    }

    ProblemException empty() {
        return problem(
                "DB_EMPTY",
                "“%s” is an empty file.".formatted(file),
                "It has no bytes, so there is nothing to read; a database that was just being made may fill soon.",
                Action.tryAgain(),
                Action.openAnother());
    }

    ProblemException notSqlite() {
        return problem(
                "DB_NOT_SQLITE",
                "“%s” is not a SQLite database.".formatted(file),
                "Its first bytes are not SQLite's signature: it is another kind of file, or was overwritten.",
                Action.openAnother(),
                Action.showDataDirectory());
    }

    ProblemException encrypted() {
        return problem(
                "DB_ENCRYPTED",
                "“%s” looks like an encrypted database.".formatted(file),
                "SQLite's signature is missing and the bytes look random. Recount cannot read encrypted databases.",
                Action.openAnother());
    }

    ProblemException notAMemory() {
        return problem(
                "DB_NOT_A_MEMORY",
                "“%s” is a SQLite database, but not a claude-mem memory.".formatted(file),
                "None of the tables observations, sdk_sessions, session_summaries and user_prompts can be counted in it.",
                Action.openAnother(),
                Action.showDataDirectory());
    }

    ProblemException corrupt(String detail) {
        return problem(
                "DB_CORRUPT",
                "“%s” is damaged.".formatted(file),
                "%s What is left could be incomplete, so nothing of it is shown.".formatted(detail),
                Action.read("Let claude-mem repair or restore its database, or open a copy of it from a backup."),
                Action.openAnother());
    }

    ProblemException locked() {
        return problem(
                "DB_LOCKED",
                "“%s” is locked by another program.".formatted(file),
                "It did not become free in time.",
                Action.tryAgain());
    }

    ProblemException vanished() {
        return problem(
                "DB_VANISHED",
                "“%s” disappeared while it was read.".formatted(file),
                "It was deleted, moved, or its disk is gone.",
                Action.tryAgain(),
                Action.openAnother());
    }

    ProblemException changing() {
        return problem(
                "DB_CHANGING",
                "“%s” is being written too busily to be read whole.".formatted(file),
                "Every attempt met a change in the middle, and a mixture of old and new would give wrong numbers.",
                Action.tryAgain(),
                Action.read("Wait until claude-mem is idle, or stop its worker."));
    }

    ProblemException diskFull(Path folder, long needed, long free) {
        return problem(
                "DISK_FULL",
                "There is not enough disk space to read “%s”.".formatted(file),
                "While it is being written it is read from a private copy, which needs %,d MB in “%s”; %,d MB are free."
                        .formatted(megabytes(needed), folder, megabytes(free)),
                Action.read("Free some space, or stop claude-mem's worker so that no copy is needed."),
                Action.tryAgain());
    }

    private static long megabytes(long bytes) {
        return Math.ceilDiv(bytes, 1_000_000);
    }

    ProblemException unreadable(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return vanished();
        }
        var reason = cause instanceof AccessDeniedException
                ? "You have no permission to read it."
                : "The system says: %s".formatted(cause.getMessage());
        return new ProblemException(unreadable(reason), cause);
    }

    ProblemException failed(SQLException cause) {
        // the lower byte is the kind of failure, the rest its circumstances
        return switch (SQLiteErrorCode.getErrorCode(cause.getErrorCode() & 0xff)) {
            case SQLITE_CORRUPT, SQLITE_NOTADB -> corrupt("SQLite found a page that cannot be right.");
            case SQLITE_IOERR -> corrupt("Part of it cannot be read (%s).".formatted(cause.getMessage()));
            case SQLITE_BUSY, SQLITE_LOCKED -> locked();
            default -> new ProblemException(unreadable("SQLite says: %s".formatted(cause.getMessage())), cause);
        };
    }

    private Problem unreadable(String reason) {
        return new Problem(
                "DB_UNREADABLE",
                "“%s” cannot be read.".formatted(file),
                reason,
                Action.tryAgain(),
                Action.openAnother());
    }

    private static ProblemException problem(String code, String message, String cause, Action... actions) {
        return new ProblemException(new Problem(code, message, cause, actions));
    }
}
