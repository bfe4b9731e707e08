package app.recount.desktop.review;

import app.recount.consent.TelemetryConfig;
import app.recount.delivery.BackfillPreview;
import app.recount.delivery.Blocker;
import app.recount.payload.ApiKey;
import app.recount.payload.Destination;
import app.recount.problem.Action;
import app.recount.problem.Problem;
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
        var detail = detail(blocker, preview);
        return new Obstacle(
                blocker,
                texts.get("review.blocker.%s.message".formatted(blocker), detail),
                texts.get("review.blocker.%s.advice".formatted(blocker), detail),
                switch (blocker) {
                    case NO_API_KEY, BAD_DESTINATION -> Optional.of(Action.Kind.OPEN_SETTINGS);
                    case FOREIGN_DATABASE -> Optional.of(Action.Kind.OPEN_ANOTHER);
                    case TELEMETRY_CONFIG_INVALID, MARKER_UNREADABLE, MARKER_CURRENT ->
                        Optional.of(Action.Kind.SHOW_DATA_DIRECTORY);
                    case NOT_PREVIEWED -> Optional.of(Action.Kind.TRY_AGAIN);
                    case CONSENT_OFF, DRY_RUN, NO_EVENTS, PAYLOAD_TOO_LARGE -> Optional.empty();
                });
    }

    /** The one thing that only this preview knows. */
    private static String detail(Blocker blocker, BackfillPreview preview) {
        return switch (blocker) {
            case CONSENT_OFF -> preview.consent().detail();
            case TELEMETRY_CONFIG_INVALID ->
                preview.telemetryConfig() instanceof TelemetryConfig.Malformed malformed ? malformed.reason() : "";
            case NO_API_KEY -> problem(preview.request().key());
            case BAD_DESTINATION -> problem(preview.request().destination());
            case FOREIGN_DATABASE ->
                preview.request().dataDirectory().database().toString();
            case NO_EVENTS -> preview.payload().throughDay().toString();
            case MARKER_CURRENT, MARKER_UNREADABLE, DRY_RUN, NOT_PREVIEWED, PAYLOAD_TOO_LARGE -> "";
        };
    }

    private static String problem(ApiKey key) {
        return key.problem().map(Obstacle::sentence).orElse("");
    }

    private static String problem(Destination destination) {
        return destination.problem().map(Obstacle::sentence).orElse("");
    }

    private static String sentence(Problem problem) {
        return problem.cause() == null ? problem.message() : problem.message() + " " + problem.cause();
    }
}
