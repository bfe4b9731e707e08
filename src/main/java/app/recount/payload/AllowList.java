package app.recount.payload;

import app.recount.memory.RollupMetric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The closed set of keys that may leave in an event's properties, and the only forms that a value may have: a finite number, a
 * boolean, or a text of at most 200 characters. Everything else is dropped, whatever it is and however it is nested.
 */
public final class AllowList {

    static final int LONGEST_TEXT = 200;

    static final List<String> BASE_KEYS = List.of(
            "version",
            "os",
            "os_version",
            "is_wsl",
            "arch",
            "runtime",
            "runtime_version",
            "node_version",
            "is_ci",
            "locale");

    /** Keys of a {@code historical_activity}: the counters of a day. No key about the install, ever. */
    public static final AllowList DAY = new AllowList(
            Stream.concat(Arrays.stream(RollupMetric.values()).map(RollupMetric::key), Stream.of("backfilled")));

    /** Keys of {@code install_inferred}. */
    public static final AllowList INSTALL =
            new AllowList(Stream.concat(BASE_KEYS.stream(), Stream.of("first_active_date", "backfilled")));

    /** Keys that {@code install_inferred} writes to the person's profile through {@code $set}. */
    public static final AllowList PERSON = new AllowList(
            Stream.of("version", "os", "os_version", "is_wsl", "arch", "runtime", "locale", "first_active_date"));

    private final List<String> keys;

    private AllowList(Stream<String> keys) {
        this.keys = keys.toList();
    }

    /**
     * What was let through and what was not.
     *
     * @param properties in the order of the list, whatever the order they came in
     * @param dropped the keys that were not let through, as they came
     */
    public record Admission(Map<String, Object> properties, List<String> dropped) {}

    public List<String> keys() {
        return keys;
    }

    /** Lets through what the list names and the rules allow. */
    public Admission admit(Map<String, ?> properties) {
        var admitted = new LinkedHashMap<String, Object>();
        for (var key : keys) {
            allowed(properties.get(key)).ifPresent(value -> admitted.put(key, value));
        }
        var dropped = new ArrayList<String>(properties.keySet());
        dropped.removeAll(admitted.keySet());
        return new Admission(Collections.unmodifiableMap(admitted), List.copyOf(dropped));
    }

    private static Optional<Object> allowed(@Nullable Object value) {
        return switch (value) {
            case Boolean flag -> Optional.of(flag);
            case String text -> Optional.of(wellFormed(text));
            case BigDecimal number -> Optional.of(number);
            case Integer number -> Optional.of(BigDecimal.valueOf(number));
            case Long number -> Optional.of(BigDecimal.valueOf(number));
            case Double number when Double.isFinite(number) -> Optional.of(new BigDecimal(Double.toString(number)));
            case null, default -> Optional.empty();
        };
    }

    /** At most 200 UTF-16 units as the reference cuts, but never half a character: what has no UTF-8 form is replaced. */
    private static String wellFormed(String text) {
        var cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        var result = new StringBuilder(cut.length());
        cut.codePoints()
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point)
                .forEach(result::appendCodePoint);
        return result.toString();
    }
}
