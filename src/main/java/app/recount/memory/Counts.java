package app.recount.memory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that the queries brought home.
 *
 * @param metrics those whose tables and columns are all there
 * @param tables only those that can be counted
 * @param turns what the compression turns of each day add up to
 * @param turnsLeftAside per bucket how many turns of Recount's own were not counted, because the memory database has them
 * @param distinct per metric the number of distinct values on each day of the window that has a row
 */
record Counts(
        List<RollupMetric> metrics,
        Map<SourceTable, TableCount> tables,
        Optional<LocalDate> installDay,
        Optional<DayWindow> window,
        List<TurnGroup> turns,
        Map<Long, Long> turnsLeftAside,
        Map<RollupMetric, Map<LocalDate, BigDecimal>> distinct) {

    TableCount table(SourceTable source) {
        return tables.getOrDefault(source, TableCount.NONE);
    }
}
