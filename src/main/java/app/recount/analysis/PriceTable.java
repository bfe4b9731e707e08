package app.recount.analysis;

import app.recount.session.TokenCount;
import app.recount.session.Usage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * What models cost per million tokens, as of a day: the published prices that come with Recount, and over them those of the user's own
 * {@code prices.json}, where there is one. That file is read when it is first needed and again whenever it has changed.
 *
 * <p>Every method throws a {@link app.recount.problem.ProblemException} with {@code PRICES_INVALID} if the user's file cannot be
 * understood: prices that were meant to count are never left out silently.
 */
public final class PriceTable {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    /** Makers date the snapshots of a model: -20250929 or -2025-09-29. */
    private static final Pattern DATED = Pattern.compile("(.+)-(?:20[0-9]{6}|20[0-9]{2}-[0-9]{2}-[0-9]{2})");

    private final PriceFiles files;

    PriceTable(Path own) {
        this.files = new PriceFiles(own);
    }

    /** The day of the prices; of the user's, where there are some. */
    public LocalDate date() {
        return files.prices().date();
    }

    /** Where they come from, for people: a document's title, or the user's own file. */
    public String source() {
        return files.prices().source();
    }

    /** All models that have a price. */
    public SortedMap<String, Price> models() {
        return files.prices().models();
    }

    /** By the exact name, or by the name without its date; never by likeness. */
    public Optional<Price> price(String model) {
        var models = models();
        var exact = Optional.ofNullable(models.get(model));
        var dated = DATED.matcher(model);
        return exact.isEmpty() && dated.matches() ? Optional.ofNullable(models.get(dated.group(1))) : exact;
    }

    /** The exact sum over all models; empty if one that used tokens has no price, and of a difference that came out cheaper than nothing. */
    public Optional<BigDecimal> cost(Usage usage) {
        var cost = BigDecimal.ZERO;
        var priced = TokenCount.ZERO;
        for (var entry : usage.byModel().entrySet()) {
            var tokens = entry.getValue();
            priced = priced.plus(tokens);
            var price = price(entry.getKey());
            if (price.isPresent()) {
                cost = cost.add(price.get().of(tokens));
            } else if (tokens.total() != 0) {
                return Optional.empty();
            }
        }
        return priced.total() == usage.all().total() && cost.signum() >= 0 ? Optional.of(tidy(cost)) : Optional.empty();
    }

    /** What so many tokens cost at so much per million. */
    static BigDecimal perMillion(long tokens, BigDecimal price) {
        // a power of ten divides exactly
        return price.multiply(BigDecimal.valueOf(tokens)).divide(MILLION);
    }

    /** Without zeros at the end, but in whole cents at least. */
    static BigDecimal tidy(BigDecimal money) {
        var stripped = money.stripTrailingZeros();
        return stripped.scale() < 2 ? stripped.setScale(2) : stripped;
    }

    /** US dollars per million tokens. */
    public record Price(
            BigDecimal input,
            BigDecimal cacheWrite5m,
            BigDecimal cacheWrite1h,
            BigDecimal cacheRead,
            BigDecimal output) {

        BigDecimal of(TokenCount tokens) {
            return perMillion(tokens.input(), input)
                    .add(perMillion(tokens.cacheWrite5m(), cacheWrite5m))
                    .add(perMillion(tokens.cacheWrite1h(), cacheWrite1h))
                    .add(perMillion(tokens.cacheRead(), cacheRead))
                    .add(perMillion(tokens.output(), output));
        }
    }
}
