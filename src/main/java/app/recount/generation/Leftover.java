package app.recount.generation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Usage of one call that cannot be matched to a turn. It counts for its day alone and enters no event.
 *
 * @param identity the same whenever and wherever the same call is found again
 * @param day the UTC day
 */
public record Leftover(
        String identity,
        LocalDate day,
        LeftoverOrigin origin,
        Optional<String> model,
        Optional<String> provider,
        TurnFigures figures) {}
