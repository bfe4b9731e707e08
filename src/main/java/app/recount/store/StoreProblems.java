package app.recount.store;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.SystemAnswer;
import java.io.IOException;
import java.nio.file.Path;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What can be wrong with recount.db, in words. */
final class StoreProblems {

    private final Path path;

    StoreProblems(Path path) {
        this.path = path;
    }

    Problem of(Exception e) {
        if (e instanceof StoreTooNewException) {
            return new Problem(
                    "STORE_TOO_NEW",
                    "“%s” was written by a newer Recount.".formatted(path),
                    "To keep it whole nothing of it is used: %s.".formatted(e.getMessage()),
                    Action.read("Use the newer Recount, or set RECOUNT_HOME to another folder."));
        }
        if (e instanceof SQLiteException sqlite && StoreFile.isDamage(sqlite)) {
            return damaged(e);
        }
        if (e instanceof LockTakenException
                || (e instanceof SQLiteException sqlite
                        && (sqlite.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_BUSY.code)) {
            return new Problem(
                    "STORE_BUSY",
                    "“%s” is being written by another Recount.".formatted(path),
                    "It did not become free within some seconds.",
                    Action.tryAgain());
        }
        return new Problem(
                "STORE_FAILED",
                "Recount's own database “%s” cannot be used.".formatted(path),
                e instanceof IOException io ? SystemAnswer.of(io) : e.getMessage(),
                Action.tryAgain(),
                Action.read("See that the folder can be written to and that the disk is not full."));
    }

    /** A part of it cannot be read. It stays where it is, because other parts still can. */
    Problem damaged(Exception e) {
        return new Problem(
                "STORE_DAMAGED",
                "Recount's own database “%s” is damaged.".formatted(path),
                e.getMessage(),
                Action.read("Export what can still be read with “recount export”."),
                Action.read("Then close Recount and move recount.db and recount.db-wal away; a new one is made."));
    }

    Problem setAside(Path kept) {
        return new Problem(
                "STORE_SET_ASIDE",
                "Recount's own database could not be understood; it was kept as “%s”, and a new one was made."
                        .formatted(kept.getFileName()),
                "Analysis runs, sources, recorded turns and the record of what was previewed stand in the old file. Receipts are not touched.",
                Action.read("Put a good copy of recount.db in its place while Recount is closed, if you have one."));
    }
}
