package app.recount.delivery;

import app.recount.problem.Action;
import app.recount.problem.Problem;

/** What is said to the user when a gate is closed. */
final class Refusals {

    private Refusals() {}

    /** The stop for a gate whose own words are enough. */
    static Stop of(Blocker gate) {
        return Stop.gate(gate, problem(gate));
    }

    private static Problem problem(Blocker gate) {
        return switch (gate) {
            case MARKER_CURRENT -> Problem.of("MARKER_CURRENT").advising(Action.showReceipts());
            case MARKER_UNREADABLE -> Problem.of("MARKER_UNREADABLE").advising(Action.showDataDirectory());
            case CONSENT_OFF -> Problem.of("CONSENT_OFF").explained();
            case TELEMETRY_CONFIG_INVALID ->
                Problem.of("TELEMETRY_CONFIG_INVALID")
                        .explained()
                        .advising(Action.showDataDirectory(), Action.read("decideAnew"));
            case DRY_RUN -> Problem.of("DRY_RUN");
            case NO_EVENTS -> Problem.of("NO_EVENTS");
            case NO_API_KEY -> Problem.of("NO_API_KEY").advising(Action.openSettings());
            case BAD_DESTINATION -> Problem.of("BAD_DESTINATION").advising(Action.openSettings());
            case FOREIGN_DATABASE -> Problem.of("FOREIGN_DATABASE").explained();
            case NOT_PREVIEWED -> Problem.of("NOT_PREVIEWED").advising(Action.reviewAgain());
            case PAYLOAD_TOO_LARGE -> Problem.of("PAYLOAD_TOO_LARGE").explained();
        };
    }

    /** Other bytes beside those of a delivery whose end is not known could count twice. */
    static Stop waits(KeptDelivery other) {
        return Stop.here(Problem.of("DELIVERY_WAITS", other.approval().digest()).explained());
    }

    /** Something else would be sent than what was approved. */
    static Stop changed(Problem problem) {
        return Stop.here(problem.advising(Action.reviewAgain()));
    }
}
