package app.recount.cli;

import app.recount.delivery.BackfillPreview;
import app.recount.delivery.Blocker;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why something cannot be sent as things stand, in a sentence or two. */
final class BlockerText {

    private BlockerText() {}

    static String of(Blocker blocker, BackfillPreview preview) {
        return switch (blocker) {
            case MARKER_CURRENT -> "The marker says that this history was sent already; there is nothing to do.";
            case MARKER_UNREADABLE -> "The marker cannot be read, and claude-mem counts that as sent already.";
            case CONSENT_OFF ->
                "Telemetry is off: %s.".formatted(preview.consent().detail());
            case TELEMETRY_CONFIG_INVALID ->
                "telemetry.json cannot be understood, and it may hold an opt-out, so nothing is sent. claude-mem itself would"
                        + " overwrite it and send; “recount decline --telemetry-off” decides anew.";
            case DRY_RUN -> "CLAUDE_MEM_TELEMETRY_DEBUG=1: a send only says what it would do.";
            case NO_EVENTS -> "There is no whole day that is old enough to be sent.";
            case NO_API_KEY -> sentences(preview.request().key().problem());
            case BAD_DESTINATION -> sentences(preview.request().destination().problem());
            case FOREIGN_DATABASE ->
                "This is not the data directory's own database; it can be looked at, not sent under its install id.";
            case NOT_PREVIEWED -> "These bytes have not been previewed for this destination.";
            case PAYLOAD_TOO_LARGE -> "The payload is larger than the server takes.";
        };
    }

    private static String sentences(Optional<Problem> problem) {
        return problem.map(each -> Stream.concat(
                                Stream.of(ProblemOutput.sentences(each)),
                                each.actions().stream().map(Action::sentence))
                        .collect(Collectors.joining(" ")))
                .orElse("");
    }
}
