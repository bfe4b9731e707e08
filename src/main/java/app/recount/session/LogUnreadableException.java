package app.recount.session;

import app.recount.text.Wording;
import java.io.IOException;

/** The file is no log of its tool as it is now, perhaps because it is being written. */
public final class LogUnreadableException extends IOException {

    private final Wording reason;

    public LogUnreadableException(Wording reason) {
        super(reason.toString());
        this.reason = reason;
    }

    LogUnreadableException(Wording reason, Throwable cause) {
        super(reason.toString(), cause);
        this.reason = reason;
    }

    /** Why, as a sentence. */
    public Wording reason() {
        return reason;
    }
}
