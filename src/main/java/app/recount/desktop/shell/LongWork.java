package app.recount.desktop.shell;

import java.time.Duration;

/** Work that may take so long that somebody turns to another window meanwhile. */
public enum LongWork {
    READING,
    INDEXING,
    SENDING,
    GATHERING,
    BACKFILL,
    EXPORT;

    /**
     * That it is over.
     *
     * @param took since it was asked for
     * @param well whether it came to its end; what that end was, such as a refused sending, is the window's to say
     */
    public record End(LongWork work, Duration took, boolean well) {}
}
