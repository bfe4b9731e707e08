package app.recount.delivery;

import app.recount.consent.TelemetryConfig;
import app.recount.problem.Problem;
import app.recount.text.Texts;
import app.recount.text.Wording;
import java.util.Optional;

/** A closed gate in plain words, the same in the window and on the command line. */
public record BlockerText(Texts texts) {

    /** What stands in the way, in one sentence. */
    public String message(Blocker blocker, BackfillPreview preview) {
        return texts.get("review.blocker.%s.message".formatted(blocker), detail(blocker, preview));
    }

    /** What it means and what can be done about it, in the window's terms where it takes a command of the window. */
    public String advice(Blocker blocker, BackfillPreview preview) {
        return texts.get("review.blocker.%s.advice".formatted(blocker), detail(blocker, preview));
    }

    /** The one thing that only this preview knows. */
    private static Object detail(Blocker blocker, BackfillPreview preview) {
        return switch (blocker) {
            case CONSENT_OFF -> preview.consent().detail();
            case TELEMETRY_CONFIG_INVALID ->
                preview.telemetryConfig() instanceof TelemetryConfig.Malformed malformed ? malformed.reason() : "";
            case NO_API_KEY -> sentences(preview.request().key().problem());
            case BAD_DESTINATION -> sentences(preview.request().destination().problem());
            case FOREIGN_DATABASE ->
                preview.request().dataDirectory().database().toString();
            case NO_EVENTS -> preview.payload().throughDay().toString();
            case MARKER_CURRENT, MARKER_UNREADABLE, DRY_RUN, NOT_PREVIEWED, PAYLOAD_TOO_LARGE -> "";
        };
    }

    private static Wording sentences(Optional<Problem> problem) {
        return problem.map(Problem::sentences).orElse(Wording.verbatim(""));
    }
}
