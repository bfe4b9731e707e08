package app.recount.generation;

import app.recount.analysis.PriceTable;
import app.recount.analysis.PriceTable.Price;
import app.recount.memory.UncostedTokens;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Estimates the cost of calls that did not report it. A model without a price, or tokens that are not known, make no estimate. All
 * input is taken at the full price, because nobody kept how much of it came from a cache.
 */
final class CostEstimator {

    /** Prices are for a million tokens. */
    private static final int MILLION = 6;

    private final Optional<PriceTable> prices;

    /** Each model is looked up once, so that all of them are of one table. */
    private final Map<String, Optional<Price>> known = new HashMap<>();

    /** @param prices empty if nothing shall be estimated */
    CostEstimator(Optional<PriceTable> prices) {
        this.prices = prices;
    }

    Optional<EstimateBasis> basis() {
        return prices.map(table -> new EstimateBasis(table.date(), table.source()));
    }

    GenerationEstimate of(String model, UncostedTokens tokens) {
        return tokens.turns() == 0
                ? GenerationEstimate.NONE
                : known.computeIfAbsent(model, name -> prices.flatMap(table -> table.price(name)))
                        .map(price -> new GenerationEstimate(
                                tokens.turns(),
                                cost(tokens.tokensInput(), price.input())
                                        .add(cost(tokens.tokensOutput(), price.output()))))
                        .orElse(GenerationEstimate.NONE);
    }

    GenerationEstimate of(Leftover leftover) {
        var figures = leftover.figures();
        return figures.costUsd().isPresent()
                        || figures.tokensInput().isEmpty()
                        || figures.tokensOutput().isEmpty()
                ? GenerationEstimate.NONE
                : of(
                        leftover.model().orElse(""),
                        new UncostedTokens(
                                1,
                                BigDecimal.valueOf(figures.tokensInput().get()),
                                BigDecimal.valueOf(figures.tokensOutput().get())));
    }

    private static BigDecimal cost(BigDecimal tokens, BigDecimal price) {
        var cost = tokens.multiply(price).movePointLeft(MILLION).stripTrailingZeros();
        return cost.scale() < 0 ? cost.setScale(0) : cost;
    }
}
