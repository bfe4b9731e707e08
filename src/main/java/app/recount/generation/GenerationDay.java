package app.recount.generation;

import java.time.LocalDate;
import java.util.List;

/**
 * What generation cost on one UTC day.
 *
 * @param turns what enters the day's event
 * @param leftovers what belongs to no turn and enters none, without what overlaps
 * @param shares by store, provider and model
 */
public record GenerationDay(LocalDate day, GenerationSum turns, GenerationSum leftovers, List<GenerationShare> shares) {

    public GenerationDay {
        shares = List.copyOf(shares);
    }

    static GenerationDay of(LocalDate day, List<GenerationShare> shares) {
        return new GenerationDay(
                day,
                shares.stream()
                        .filter(share -> share.place().isOfTurns())
                        .map(GenerationShare::sum)
                        .reduce(GenerationSum.NONE, GenerationSum::plus),
                shares.stream()
                        .filter(share -> !share.place().isOfTurns() && !share.overlapping())
                        .map(GenerationShare::sum)
                        .reduce(GenerationSum.NONE, GenerationSum::plus),
                shares);
    }

    /** Turns and leftovers together. */
    public GenerationSum all() {
        return turns.plus(leftovers);
    }
}
