package app.recount.store;

import app.recount.problem.Action;
import app.recount.problem.Problem;
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
        if (e instanceof StoreTooNewException tooNew) {
            return Problem.of("STORE_TOO_NEW", path)
                    .explained(tooNew.found(), tooNew.known())
                    .advising(Action.read("useNewer"));
        }
        if (e instanceof SQLiteException sqlite && StoreFile.isDamage(sqlite)) {
            return damaged(e);
        }
        if (e instanceof LockTakenException
                || (e instanceof SQLiteException sqlite
                        && (sqlite.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_BUSY.code)) {
            return Problem.of("STORE_BUSY", path).explained().advising(Action.tryAgain());
        }
        return Problem.of("STORE_FAILED", path).because(e).advising(Action.tryAgain(), Action.read("seeDisk"));
    }

    /** A part of it cannot be read. It stays where it is, because other parts still can. */
    Problem damaged(Exception e) {
        return Problem.of("STORE_DAMAGED", path)
                .because(e)
                .advising(Action.read("exportRest"), Action.read("moveStoreAway"));
    }

    Problem setAside(Path kept) {
        return Problem.of("STORE_SET_ASIDE", String.valueOf(kept.getFileName()))
                .explained()
                .advising(Action.read("restoreStore"));
    }
}
