package app.recount.cli;

import app.recount.delivery.Outcome;
import app.recount.text.Texts;

/** How a sending ended, in a line for people. */
final class OutcomeText {

    private OutcomeText() {}

    static String of(Outcome outcome, Texts texts) {
        return switch (outcome) {
            case Outcome.Delivered delivered ->
                texts.get(
                        "cli.outcome.delivered",
                        delivered.events(),
                        delivered.requests(),
                        delivered.marker().throughDay());
            case Outcome.NothingToDo nothing -> texts.get("cli.outcome.nothing", nothing.reason());
            case Outcome.DryRun dryRun -> texts.get("cli.outcome.dry-run", dryRun.events());
            case Outcome.Refused refused ->
                texts.get("cli.outcome.refused", refused.problem().sentences());
            case Outcome.Unknown unknown ->
                texts.get("cli.outcome.unknown", unknown.problem().sentences());
        };
    }
}
