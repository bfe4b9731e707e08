package app.recount.cli;

import app.recount.memory.DailyRollup;
import app.recount.memory.RollupMetric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The days with their most important counters; where there are many, the older ones stand summed up in one row. */
final class DayTable {

    private static final int SHOWN = 14;

    private static final Map<RollupMetric, String> COLUMNS = new EnumMap<>(Map.of(
            RollupMetric.OBSERVATION_COUNT, "Obs.",
            RollupMetric.SESSION_COUNT, "Sessions",
            RollupMetric.SUMMARY_COUNT, "Summaries",
            RollupMetric.PROMPT_COUNT, "Prompts",
            RollupMetric.DISCOVERY_TOKENS, "Discovered",
            RollupMetric.READ_TOKENS, "Read",
            RollupMetric.TOKENS_SAVED_VS_NAIVE, "Saved"));

    private DayTable() {}

    static List<String> lines(List<DailyRollup> rollups, boolean allDays) {
        int older = allDays ? 0 : Math.max(0, rollups.size() - SHOWN);
        var table = new TextTable(
                Stream.concat(Stream.of("Day"), COLUMNS.values().stream()).toArray(String[]::new));
        if (older > 0) {
            table.row(row(older == 1 ? "1 earlier" : older + " earlier", sum(rollups.subList(0, older))));
        }
        rollups.subList(older, rollups.size())
                .forEach(rollup -> table.row(row(rollup.day().toString(), rollup.values())));
        table.row(row("Total", sum(rollups)));
        return table.lines();
    }

    private static Map<RollupMetric, BigDecimal> sum(List<DailyRollup> rollups) {
        var sums = new EnumMap<RollupMetric, BigDecimal>(RollupMetric.class);
        for (var rollup : rollups) {
            rollup.values().forEach((metric, value) -> sums.merge(metric, value, BigDecimal::add));
        }
        return sums;
    }

    /** A dash is a key that is not sent, which is not the same as zero. */
    private static List<String> row(String name, Map<RollupMetric, BigDecimal> values) {
        var cells = new ArrayList<>(List.of(name));
        for (var metric : COLUMNS.keySet()) {
            cells.add(values.containsKey(metric) ? String.format(Locale.ENGLISH, "%,.0f", values.get(metric)) : "–");
        }
        return cells;
    }
}
