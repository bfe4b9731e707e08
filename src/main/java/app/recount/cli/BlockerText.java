package app.recount.cli;

import app.recount.delivery.BackfillPreview;
import app.recount.delivery.Blocker;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.text.Texts;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why something cannot be sent as things stand, in a sentence or two. */
final class BlockerText {

    private BlockerText() {}

    static String of(Blocker blocker, BackfillPreview preview, Texts texts) {
        return switch (blocker) {
            case MARKER_CURRENT -> texts.get("cli.blocker.MARKER_CURRENT");
            case MARKER_UNREADABLE -> texts.get("cli.blocker.MARKER_UNREADABLE");
            case CONSENT_OFF ->
                texts.get("cli.blocker.CONSENT_OFF", preview.consent().detail());
            case TELEMETRY_CONFIG_INVALID -> texts.get("cli.blocker.TELEMETRY_CONFIG_INVALID");
            case DRY_RUN -> texts.get("cli.blocker.DRY_RUN");
            case NO_EVENTS -> texts.get("cli.blocker.NO_EVENTS");
            case NO_API_KEY -> sentences(preview.request().key().problem());
            case BAD_DESTINATION -> sentences(preview.request().destination().problem());
            case FOREIGN_DATABASE -> texts.get("cli.blocker.FOREIGN_DATABASE");
            case NOT_PREVIEWED -> texts.get("cli.blocker.NOT_PREVIEWED");
            case PAYLOAD_TOO_LARGE -> texts.get("cli.blocker.PAYLOAD_TOO_LARGE");
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
