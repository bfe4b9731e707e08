package app.recount.memory;

import java.math.BigDecimal;

/**
 * What turns used that know both their token figures and no cost.
 *
 * @param turns how many they are
 */
public record UncostedTokens(long turns, BigDecimal tokensInput, BigDecimal tokensOutput) {

    public static final UncostedTokens NONE = new UncostedTokens(0, BigDecimal.ZERO, BigDecimal.ZERO);

    UncostedTokens plus(UncostedTokens other) {
        return new UncostedTokens(
                turns + other.turns, tokensInput.add(other.tokensInput), tokensOutput.add(other.tokensOutput));
    }
}
