package app.recount.desktop.cost;

import app.recount.analysis.PriceTable;
import app.recount.generation.GenerationSum;
import app.recount.session.TokenCount;
import app.recount.session.Usage;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What calls would have cost at published prices, where nobody told their cost. An estimate stands beside the figures, is marked as one,
 * and is never part of a sum, nor of an event: prices change, and what a cache gave is not known here.
 */
@FunctionalInterface
interface Estimates {

    Estimates NONE = (model, sum) -> Optional.empty();

    /** Only for calls of which both sides are known. */
    Optional<BigDecimal> of(String model, GenerationSum sum);

    /** Asks the prices at each call, and so may read their file. */
    static Estimates at(PriceTable prices) {
        return (model, sum) -> model.isEmpty()
                        || sum.costUsd().isPresent()
                        || sum.tokensInput().isEmpty()
                        || sum.tokensOutput().isEmpty()
                ? Optional.empty()
                : prices.cost(usage(model, sum));
    }

    private static Usage usage(String model, GenerationSum sum) {
        var tokens = new TokenCount(
                sum.tokensInput().orElseThrow().longValue(),
                0,
                0,
                0,
                sum.tokensOutput().orElseThrow().longValue(),
                0,
                sum.calls());
        var models = new TreeMap<String, TokenCount>();
        models.put(model, tokens);
        return new Usage(tokens, TokenCount.ZERO, models);
    }
}
