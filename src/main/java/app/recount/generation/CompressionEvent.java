package app.recount.generation;

import app.recount.memory.TurnKey;
import java.time.Instant;
import java.util.Optional;

/**
 * One compression turn as Recount keeps it.
 *
 * @param model empty if it is not known
 * @param provider empty if it is not known
 * @param outcome empty if nobody said it
 * @param at to the millisecond
 */
public record CompressionEvent(
        TurnKey key,
        TurnFigures figures,
        Optional<String> model,
        Optional<String> provider,
        Optional<TurnOutcome> outcome,
        Instant at,
        TurnOrigin origin) {

    public CompressionEvent {
        at = Instant.ofEpochMilli(at.toEpochMilli());
    }

    /** Whether both tell the same of the turn; when it was told may differ, as in a repeated call. */
    boolean tellsTheSameAs(CompressionEvent other) {
        return key.equals(other.key)
                && figures.equals(other.figures)
                && model.equals(other.model)
                && provider.equals(other.provider)
                && outcome.equals(other.outcome);
    }
}
