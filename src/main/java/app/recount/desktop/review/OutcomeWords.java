package app.recount.desktop.review;

import app.recount.delivery.Outcome;
import app.recount.delivery.Outcome.Acknowledgement;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Status;
import app.recount.text.Texts;
import java.util.List;
import java.util.stream.IntStream;
import org.kordamp.ikonli.feather.Feather;

/**
 * An outcome in words.
 *
 * @param meanings what it means, and whether a retry is safe
 */
record OutcomeWords(Status status, String title, List<Meaning> meanings) {

    /** One statement; its first sentence leads. */
    record Meaning(Feather icon, String text) {}

    static OutcomeWords of(Outcome outcome, Texts texts) {
        return switch (outcome) {
            case Outcome.Delivered delivered ->
                new OutcomeWords(
                        Status.GOOD,
                        texts.get(
                                "review.ended.delivered",
                                Figures.of(acknowledged(delivered.acknowledgements())),
                                Figures.of(delivered.events())),
                        meanings(
                                "delivered", texts, Feather.INFO, Feather.SHIELD, Feather.MINUS_CIRCLE, Feather.TRASH));
            case Outcome.NothingToDo nothing ->
                new OutcomeWords(
                        Status.GOOD,
                        texts.get("review.ended.nothing"),
                        List.of(new Meaning(
                                Feather.INFO, texts.get("review.ended.means.nothing.1", nothing.reason()))));
            case Outcome.DryRun dryRun ->
                new OutcomeWords(
                        Status.NOTE, texts.get("review.ended.dry-run"), meanings("dry-run", texts, Feather.INFO));
            case Outcome.Refused refused ->
                new OutcomeWords(
                        isCancelled(refused) ? Status.CAUTION : Status.FAILURE,
                        texts.get(title(refused)),
                        meanings("refused", texts, Feather.MINUS_CIRCLE, Feather.REPEAT, Feather.FLAG));
            case Outcome.Unknown unknown ->
                new OutcomeWords(
                        Status.CAUTION,
                        texts.get(
                                "review.ended.unknown",
                                Figures.of(acknowledged(unknown.acknowledgements())),
                                Figures.of(unknown.events())),
                        meanings("unknown", texts, Feather.HELP_CIRCLE, Feather.REPEAT, Feather.SHIELD, Feather.FLAG));
        };
    }

    private static String title(Outcome.Refused refused) {
        return switch (refused.by()) {
            case SERVER -> "review.ended.refused";
            case GATE -> isCancelled(refused) ? "review.ended.refused.cancelled" : "review.ended.refused.GATE";
            case UNREACHABLE -> "review.ended.refused.UNREACHABLE";
        };
    }

    /** The user's own no is no failure. */
    private static boolean isCancelled(Outcome.Refused refused) {
        return refused.problem().code().equals("CANCELLED");
    }

    private static List<Meaning> meanings(String outcome, Texts texts, Feather... icons) {
        return IntStream.range(0, icons.length)
                .mapToObj(i -> new Meaning(icons[i], texts.get("review.ended.means.%s.%d".formatted(outcome, i + 1))))
                .toList();
    }

    private static int acknowledged(List<Acknowledgement> acknowledgements) {
        return acknowledgements.stream().mapToInt(Acknowledgement::events).sum();
    }
}
