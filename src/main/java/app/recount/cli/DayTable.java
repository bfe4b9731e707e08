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

    private record Column(String heading, RollupMetric metric) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("Obs.", RollupMetric.OBSERVATION_COUNT),
            new Column("Sessions", RollupMetric.SESSION_COUNT),
            new Column("Summaries", RollupMetric.SUMMARY_COUNT),
            new Column("Prompts", RollupMetric.PROMPT_COUNT),
            new Column("Discovered", RollupMetric.DISCOVERY_TOKENS),
            new Column("Read", RollupMetric.READ_TOKENS),
            new Column("Saved", RollupMetric.TOKENS_SAVED_VS_NAIVE));

    private DayTable() {}

    static List<String> lines(List<DailyRollup> rollups, boolean allDays) {
        int older = allDays ? 0 : Math.max(0, rollups.size() - SHOWN);
        var table = new TextTable(Stream.concat(
                        Stream.of("Day"), COLUMNS.stream().map(column -> TextTable.RIGHT + column.heading()))
                .toList());
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
        for (var column : COLUMNS) {
            var value = values.get(column.metric());
            cells.add(value == null ? "–" : String.format(Locale.ENGLISH, "%,.0f", value));
        }
        return cells;
    }
}
