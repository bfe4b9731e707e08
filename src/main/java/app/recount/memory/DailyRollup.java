package app.recount.memory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The counters of one UTC day.
 *
 * @param values only what the day has: a key that is absent is not sent, zero is a value; integral values have scale 0
 * @param rows how many rows of each table fell on the day
 * @param rowsWithoutValue per metric how many of these rows contributed nothing because their value is NULL; only those above zero
 */
public record DailyRollup(
        LocalDate day,
        Map<RollupMetric, BigDecimal> values,
        Map<SourceTable, Long> rows,
        Map<RollupMetric, Long> rowsWithoutValue) {

    public DailyRollup {
        values = copy(values, RollupMetric.class);
        rows = copy(rows, SourceTable.class);
        rowsWithoutValue = copy(rowsWithoutValue, RollupMetric.class);
    }

    /** In the order of the enum, which is that of the wire. */
    private static <K extends Enum<K>, V> Map<K, V> copy(Map<K, V> map, Class<K> type) {
        var copy = new EnumMap<K, V>(type);
        copy.putAll(map);
        return Collections.unmodifiableMap(copy);
    }
}
