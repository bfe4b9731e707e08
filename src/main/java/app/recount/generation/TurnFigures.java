package app.recount.generation;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a turn used, as far as it is known.
 *
 * @param tokensInput everything that went to the model, caches included
 * @param costUsd only as the provider reported it, never an estimate
 */
public record TurnFigures(Optional<Long> tokensInput, Optional<Long> tokensOutput, Optional<BigDecimal> costUsd) {

    public static final TurnFigures UNKNOWN = new TurnFigures(Optional.empty(), Optional.empty(), Optional.empty());

    /** One amount has one form: no zeros at the end, no exponent. */
    public TurnFigures {
        costUsd = costUsd.map(TurnFigures::shortest);
    }

    private static BigDecimal shortest(BigDecimal amount) {
        var stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
