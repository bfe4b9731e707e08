package app.recount.analysis;

import app.recount.analysis.PriceTable.Price;
import app.recount.store.JsonFile;
import app.recount.text.Wording;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One list of prices: {@code {"date": "2026-01-31", "source": "…", "models": {"name": {"input": 3, "cache_write_5m": 3.75,
 * "cache_write_1h": 6, "cache_read": 0.3, "output": 15}}}}, in US dollars per million tokens. A cache write that is left out costs 1.25
 * times (five minutes) or twice (an hour) the input. A {@code note} is for people. Anything else is a fault.
 */
record Prices(LocalDate date, String source, SortedMap<String, Price> models) {

    private static final BigDecimal FIVE_MINUTES = new BigDecimal("1.25");
    private static final BigDecimal AN_HOUR = new BigDecimal("2");
    private static final BigDecimal HIGHEST = new BigDecimal("1e9");
    private static final int MOST_PLACES = 30;

    /** Something is wrong with a list. */
    static final class FaultException extends Exception {

        private final transient Wording fault;

        FaultException(String which, Object... arguments) {
            this(Wording.of("problem.PRICES_INVALID." + which, arguments));
        }

        private FaultException(Wording fault) {
            super(fault.toString());
            this.fault = fault;
        }

        /** A sentence. */
        Wording fault() {
            return fault;
        }
    }

    static Prices parse(byte[] bytes) throws FaultException {
        var root = JsonFile.parse(bytes).orElseThrow(() -> new FaultException("noJson"));
        requireKeys(root, "the file", Set.of("date", "source", "note", "models"));
        var models = root.path("models");
        if (!models.isObject()) {
            throw new FaultException("noModels");
        }
        var prices = new TreeMap<String, Price>();
        for (var entry : models.properties()) {
            prices.put(entry.getKey(), price(entry.getKey(), entry.getValue()));
        }
        return new Prices(date(root.path("date")), root.path("source").stringValue("no source named"), prices);
    }

    /** These prices where there are any, else the other ones. */
    Prices over(Prices others, String file) {
        var all = new TreeMap<>(others.models);
        all.putAll(models);
        return new Prices(
                date, "%s (%s: %s), over %s (%s)".formatted(file, date, source, others.source, others.date), all);
    }

    private static LocalDate date(JsonNode node) throws FaultException {
        try {
            return LocalDate.parse(node.stringValue(""));
        } catch (DateTimeException e) {
            throw new FaultException("noDate");
        }
    }

    private static Price price(String model, JsonNode node) throws FaultException {
        var where = "model “%s”".formatted(model);
        requireKeys(node, where, Set.of("input", "cache_write_5m", "cache_write_1h", "cache_read", "output", "note"));
        var input = required(node, "input", where);
        return new Price(
                input,
                orElse(amount(node, "cache_write_5m", where), input.multiply(FIVE_MINUTES)),
                orElse(amount(node, "cache_write_1h", where), input.multiply(AN_HOUR)),
                required(node, "cache_read", where),
                required(node, "output", where));
    }

    private static void requireKeys(JsonNode node, String where, Set<String> known) throws FaultException {
        if (!node.isObject()) {
            throw new FaultException("noObject", where);
        }
        for (var key : node.propertyNames()) {
            if (!known.contains(key)) {
                throw new FaultException("strange", key, where);
            }
        }
    }

    private static BigDecimal required(JsonNode node, String key, String where) throws FaultException {
        var amount = amount(node, key, where);
        if (amount == null) {
            throw new FaultException("missing", key, where);
        }
        return amount;
    }

    private static @Nullable BigDecimal amount(JsonNode node, String key, String where) throws FaultException {
        var value = node.get(key);
        if (value == null) {
            return null;
        }
        if (!value.isNumber() || !isAmount(value.decimalValue())) {
            throw new FaultException("noAmount", key, where);
        }
        return value.decimalValue();
    }

    /** A few bytes can name a number whose digits fill the memory. */
    private static boolean isAmount(BigDecimal value) {
        return value.signum() >= 0 && Math.abs((long) value.scale()) <= MOST_PLACES && value.compareTo(HIGHEST) <= 0;
    }

    private static BigDecimal orElse(@Nullable BigDecimal amount, BigDecimal other) {
        return amount == null ? other : amount;
    }
}
