package app.recount.delivery;

/** Why a payload cannot be sent as things stand, in the order of the gates. Scripts rely on the names. */
public enum Blocker {
    MARKER_CURRENT,
    MARKER_UNREADABLE,
    CONSENT_OFF,
    TELEMETRY_CONFIG_INVALID,
    DRY_RUN,
    NO_EVENTS,
    NO_API_KEY,
    BAD_DESTINATION,
    FOREIGN_DATABASE,
    NOT_PREVIEWED,
    PAYLOAD_TOO_LARGE
}
