package app.recount.memory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the compression turns of one day, store, model and provider add up to.
 *
 * @param store which table they stand in
 * @param model empty if it is not known
 * @param provider empty if it is not known
 * @param sums exact; a figure that no turn of the group knows is not in it
 * @param unknown how many turns do not know a figure; only those above zero
 * @param uncosted of the turns that know no cost
 */
public record TurnGroup(
        LocalDate day,
        SourceTable store,
        String model,
        String provider,
        long turns,
        Map<RollupMetric, BigDecimal> sums,
        Map<RollupMetric, Long> unknown,
        UncostedTokens uncosted) {

    public TurnGroup {
        sums = copy(sums);
        unknown = copy(unknown);
    }

    private static <V> Map<RollupMetric, V> copy(Map<RollupMetric, V> map) {
        var copy = new EnumMap<RollupMetric, V>(RollupMetric.class);
        copy.putAll(map);
        return Collections.unmodifiableMap(copy);
    }
}
