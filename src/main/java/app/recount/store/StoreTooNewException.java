package app.recount.store;

import java.sql.SQLException;

/** recount.db was written by a newer Recount. */
final class StoreTooNewException extends SQLException {

    StoreTooNewException(int found, int known) {
        super("it is at schema version %d, this Recount knows up to %d".formatted(found, known));
    }
}
