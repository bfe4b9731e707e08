package app.recount.analysis;

import app.recount.session.Usage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** What models cost per million tokens, as of a day. */
public final class PriceTable {

    /** The day of the prices. */
    public LocalDate date() {
        throw new UnsupportedOperationException();
    }

    /** Where they come from, for people: a document's title, or the user's own file. */
    public String source() {
        throw new UnsupportedOperationException();
    }

    public Optional<Price> price(String model) {
        throw new UnsupportedOperationException();
    }

    /** The exact sum over all models; empty if one of them has no price. */
    public Optional<BigDecimal> cost(Usage usage) {
        throw new UnsupportedOperationException();
    }

    /** US dollars per million tokens. */
    public record Price(
            BigDecimal input,
            BigDecimal cacheWrite5m,
            BigDecimal cacheWrite1h,
            BigDecimal cacheRead,
            BigDecimal output) {}
}
