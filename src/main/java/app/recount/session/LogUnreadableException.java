package app.recount.session;

import java.io.IOException;

/** The file is no log of its tool as it is now, perhaps because it is being written. */
public final class LogUnreadableException extends IOException {

    public LogUnreadableException(String reason) {
        super(reason);
    }

    LogUnreadableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
