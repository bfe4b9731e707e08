package app.recount.cli;

import app.recount.delivery.Outcome;
import java.util.Locale;

/** How a sending ended, in a line for people. */
final class OutcomeText {

    private OutcomeText() {}

    static String of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Delivered delivered ->
                "Delivered: %s acknowledged in %s; the marker was written through %s."
                        .formatted(
                                count(delivered.events(), "event"),
                                count(delivered.requests(), "request"),
                                delivered.marker().throughDay());
            case Outcome.NothingToDo nothing -> "Nothing to do: " + nothing.reason();
            case Outcome.DryRun dryRun ->
                "Dry run: %s would be sent; nothing was.".formatted(count(dryRun.events(), "event"));
            case Outcome.Refused refused ->
                "Refused: %s Nothing was accepted; trying again is safe."
                        .formatted(ProblemOutput.sentences(refused.problem()));
            case Outcome.Unknown unknown ->
                "Unknown: %s The approved bytes are kept; sending them again is safe."
                        .formatted(ProblemOutput.sentences(unknown.problem()));
        };
    }

    private static String count(int number, String noun) {
        return String.format(Locale.ENGLISH, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }
}
