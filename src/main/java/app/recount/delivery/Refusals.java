package app.recount.delivery;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What is said to the user when a gate is closed. */
final class Refusals {

    private Refusals() {}

    /** The stop for a gate whose own words are enough. */
    static Stop of(Blocker gate) {
        return Stop.gate(gate, problem(gate));
    }

    private static Problem problem(Blocker gate) {
        return switch (gate) {
            case MARKER_CURRENT ->
                problem(gate, "The marker says that this history has been sent.", null, Action.showReceipts());
            case MARKER_UNREADABLE ->
                problem(
                        gate,
                        "The marker cannot be read, and claude-mem counts such a marker as complete.",
                        null,
                        Action.showDataDirectory());
            case CONSENT_OFF -> problem(gate, "Telemetry is switched off.", "The consent chain says who decided.");
            case TELEMETRY_CONFIG_INVALID ->
                problem(
                        gate,
                        "telemetry.json cannot be understood, and it may hold a no.",
                        "claude-mem itself would overwrite it and send.",
                        Action.showDataDirectory(),
                        Action.read("Decide anew: the old file is kept beside the new one."));
            case DRY_RUN -> problem(gate, "CLAUDE_MEM_TELEMETRY_DEBUG=1 keeps everything from being sent.", null);
            case NO_EVENTS -> problem(gate, "There are no events to send.", null);
            case NO_API_KEY -> problem(gate, "There is no API key.", null, Action.openSettings());
            case BAD_DESTINATION ->
                problem(gate, "Nothing can be sent to this destination.", null, Action.openSettings());
            case FOREIGN_DATABASE ->
                problem(
                        gate,
                        "Only the data directory's own database can be sent.",
                        "Another file would be sent under an install id and a marker that are not its own.");
            case NOT_PREVIEWED ->
                problem(gate, "This payload has not been previewed for this destination.", null, Action.reviewAgain());
            case PAYLOAD_TOO_LARGE ->
                problem(gate, "The payload is larger than PostHog takes.", "The limits are 20 MB, and 1 MB an event.");
        };
    }

    private static Problem problem(Blocker gate, String message, @Nullable String cause, Action... actions) {
        return new Problem(gate.name(), message, cause, actions);
    }

    /** Something else would be sent than what was approved. */
    static Stop changed(String code, String message, String cause) {
        return Stop.here(new Problem(code, message, cause, Action.reviewAgain()));
    }
}
