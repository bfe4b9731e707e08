package app.recount.desktop.review;

/** Why <em>Send</em> does nothing now. Each has a sentence of its own in the texts, {@code review.inert.<NAME>}. */
enum Inertia {
    NOTHING_READ,
    SENDING,
    /** The options changed and the payload with them is not sealed yet. */
    SEALING,
    BLOCKED,
    NOT_LOOKED_AT,
    /** Other bytes, or the same bytes for another destination, were looked at. */
    CHANGED_SINCE_LOOK
}
