package app.recount.cli;

import app.recount.delivery.Outcome;
import app.recount.text.Texts;
import app.recount.text.Wording;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** How a sending ended, for scripts; names and order are a promise. */
final class OutcomeJson {

    private OutcomeJson() {}

    static void write(Outcome outcome, JsonGenerator json, Texts texts) {
        json.writeStartObject();
        json.writeStringProperty("outcome", outcome.word());
        code(outcome).ifPresent(code -> json.writeStringProperty("code", code));
        json.writeStringProperty("digest", outcome.digest().toString());
        json.writeNumberProperty("requests", outcome.requests());
        json.writeNumberProperty("events", outcome.events());
        json.writeBooleanProperty("marker_written", outcome instanceof Outcome.Delivered);
        reason(outcome).map(texts::say).ifPresent(reason -> json.writeStringProperty("reason", reason));
        json.writeName("retry_safe");
        switch (outcome) {
            // there is nothing left to try again
            case Outcome.Delivered _, Outcome.NothingToDo _ -> json.writeNull();
            case Outcome.DryRun _, Outcome.Refused _, Outcome.Unknown _ -> json.writeBoolean(true);
        }
        json.writeEndObject();
    }

    private static Optional<String> code(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Delivered _, Outcome.DryRun _ -> Optional.empty();
            case Outcome.NothingToDo nothing -> Optional.of(nothing.why().name());
            case Outcome.Refused refused -> Optional.of(refused.problem().code());
            case Outcome.Unknown unknown -> Optional.of(unknown.problem().code());
        };
    }

    private static Optional<Wording> reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Delivered _, Outcome.DryRun _ -> Optional.empty();
            case Outcome.NothingToDo nothing -> Optional.of(nothing.reason());
            case Outcome.Refused refused -> Optional.of(refused.problem().sentences());
            case Outcome.Unknown unknown -> Optional.of(unknown.problem().sentences());
        };
    }
}
