package app.recount.desktop.review;

import app.recount.delivery.BackfillPreview;
import app.recount.delivery.Blocker;
import app.recount.delivery.BlockerText;
import app.recount.problem.Action;
import app.recount.text.Texts;
import java.util.List;
import java.util.Optional;

/**
 * A closed gate in plain words.
 *
 * @param message what stands in the way, one sentence
 * @param advice what can be done about it, one or two sentences
 * @param action the window's own command that helps, if one does
 */
record Obstacle(Blocker blocker, String message, String advice, Optional<Action.Kind> action) {

    /** The closed gates of a preview, in their order. */
    static List<Obstacle> of(BackfillPreview preview, Texts texts) {
        return preview.blockedBy().stream()
                .map(blocker -> of(blocker, preview, texts))
                .toList();
    }

    private static Obstacle of(Blocker blocker, BackfillPreview preview, Texts texts) {
        var words = new BlockerText(texts);
        return new Obstacle(
                blocker,
                words.message(blocker, preview),
                words.advice(blocker, preview),
                switch (blocker) {
                    case NO_API_KEY, BAD_DESTINATION -> Optional.of(Action.Kind.OPEN_SETTINGS);
                    case FOREIGN_DATABASE -> Optional.of(Action.Kind.OPEN_OWN);
                    case TELEMETRY_CONFIG_INVALID, MARKER_UNREADABLE, MARKER_CURRENT ->
                        Optional.of(Action.Kind.SHOW_DATA_DIRECTORY);
                    case NOT_PREVIEWED -> Optional.of(Action.Kind.TRY_AGAIN);
                    case CONSENT_OFF, DRY_RUN, NO_EVENTS, PAYLOAD_TOO_LARGE -> Optional.empty();
                });
    }
}
