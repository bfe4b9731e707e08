package app.recount.generation;

import java.math.BigDecimal;

/**
 * What calls whose cost nobody reported would have cost by the price table. Shown beside reported costs, never added to them, and part
 * of no event.
 *
 * @param calls how many could be estimated
 */
public record GenerationEstimate(long calls, BigDecimal costUsd) {

    public static final GenerationEstimate NONE = new GenerationEstimate(0, BigDecimal.ZERO);

    GenerationEstimate plus(GenerationEstimate other) {
        return new GenerationEstimate(calls + other.calls, costUsd.add(other.costUsd));
    }

    public boolean isNone() {
        return calls == 0;
    }
}
