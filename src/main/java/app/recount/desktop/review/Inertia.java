package app.recount.desktop.review;

/** Why <em>Send</em> does nothing now. Each has a sentence of its own in the texts, {@code review.inert.<NAME>}. */
enum Inertia {
    NOTHING_READ,
    SENDING,
    /** An approved payload has no outcome yet; another one must not go before that is known. */
    WAITING,
    /** The options changed and the payload with them is not sealed yet. */
    SEALING,
    BLOCKED,
    /** What was approved before is unknown, so something may be waiting for its outcome. */
    BOOKS_UNREADABLE,
    NOT_LOOKED_AT,
    /** Other bytes, or the same bytes for another destination, were looked at. */
    CHANGED_SINCE_LOOK,
    /** Whether something waits for its outcome is being looked up. */
    BOOKS_READING;

    /** Whether it stays so until something is mended. */
    boolean needsHelp() {
        return this == BLOCKED || this == BOOKS_UNREADABLE;
    }
}
