package app.recount.session;

/** What a session's id looks like. */
final class SessionId {

    /** One group, in any case. */
    static final String PATTERN = "(?i:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))";

    private SessionId() {}
}
