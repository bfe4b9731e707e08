package app.recount.generation;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What calls add up to, exactly. A figure that none of them knows is empty, not zero.
 *
 * @param calls turns, or calls that belong to no turn
 * @param unpriced how many of them do not know their cost
 * @param estimate what some of these may have cost; it is not part of the cost
 */
public record GenerationSum(
        long calls,
        long unpriced,
        Optional<BigDecimal> tokensInput,
        Optional<BigDecimal> tokensOutput,
        Optional<BigDecimal> costUsd,
        GenerationEstimate estimate) {

    public static final GenerationSum NONE =
            new GenerationSum(0, 0, Optional.empty(), Optional.empty(), Optional.empty(), GenerationEstimate.NONE);

    /** Without an estimate. */
    public GenerationSum(
            long calls,
            long unpriced,
            Optional<BigDecimal> tokensInput,
            Optional<BigDecimal> tokensOutput,
            Optional<BigDecimal> costUsd) {
        this(calls, unpriced, tokensInput, tokensOutput, costUsd, GenerationEstimate.NONE);
    }

    static GenerationSum of(TurnFigures figures) {
        return new GenerationSum(
                1,
                figures.costUsd().isPresent() ? 0 : 1,
                figures.tokensInput().map(BigDecimal::valueOf),
                figures.tokensOutput().map(BigDecimal::valueOf),
                figures.costUsd());
    }

    public GenerationSum plus(GenerationSum other) {
        return new GenerationSum(
                calls + other.calls,
                unpriced + other.unpriced,
                sum(tokensInput, other.tokensInput),
                sum(tokensOutput, other.tokensOutput),
                sum(costUsd, other.costUsd),
                estimate.plus(other.estimate));
    }

    GenerationSum with(GenerationEstimate made) {
        return new GenerationSum(calls, unpriced, tokensInput, tokensOutput, costUsd, made);
    }

    private static Optional<BigDecimal> sum(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.map(value -> value.add(other.orElse(BigDecimal.ZERO))).or(() -> other);
    }
}
