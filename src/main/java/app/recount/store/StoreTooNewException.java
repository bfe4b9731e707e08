package app.recount.store;

import java.sql.SQLException;

/** recount.db was written by a newer Recount. */
final class StoreTooNewException extends SQLException {

    private final int found;
    private final int known;

    StoreTooNewException(int found, int known) {
        super("it is at schema version %d, this Recount knows up to %d".formatted(found, known));
        this.found = found;
        this.known = known;
    }

    /** The version of the file's schema. */
    int found() {
        return found;
    }

    /** The newest version that this program can use. */
    int known() {
        return known;
    }
}
