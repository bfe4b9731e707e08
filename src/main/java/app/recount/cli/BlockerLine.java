package app.recount.cli;

import app.recount.delivery.BackfillPreview;
import app.recount.delivery.Blocker;
import app.recount.delivery.BlockerText;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.text.Texts;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why something cannot be sent as things stand, in a sentence or two; what helps is said as a command where a command helps. */
final class BlockerLine {

    private BlockerLine() {}

    static String of(Blocker blocker, BackfillPreview preview, Texts texts) {
        var words = new BlockerText(texts);
        return switch (blocker) {
            case NO_API_KEY -> sentences(preview.request().key().problem(), texts);
            case BAD_DESTINATION -> sentences(preview.request().destination().problem(), texts);
            case TELEMETRY_CONFIG_INVALID, DRY_RUN, NOT_PREVIEWED ->
                words.message(blocker, preview) + " " + texts.get("cli.blocker." + blocker);
            case MARKER_CURRENT, MARKER_UNREADABLE, CONSENT_OFF, NO_EVENTS, FOREIGN_DATABASE, PAYLOAD_TOO_LARGE ->
                words.message(blocker, preview) + " " + words.advice(blocker, preview);
        };
    }

    static String sentences(Optional<Problem> problem, Texts texts) {
        return problem.map(each -> Stream.concat(
                                Stream.of(each.sentences()),
                                each.actions().stream().map(Action::sentence))
                        .map(texts::say)
                        .collect(Collectors.joining(" ")))
                .orElse("");
    }
}
