package app.recount.store;

import java.io.IOException;
import java.time.Duration;

/** Somebody else has held a lock for as long as one is willing to wait. */
final class LockTakenException extends IOException {

    LockTakenException(Duration patience) {
        super("another process has been using it for %d s".formatted(patience.toSeconds()));
    }
}
