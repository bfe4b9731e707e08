package app.recount.cli;

import app.recount.memory.DailyRollup;
import app.recount.memory.RollupMetric;
import app.recount.text.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The days with their most important counters; where there are many, the older ones stand summed up in one row. */
final class DayTable {

    private static final int SHOWN = 14;

    /** In the order of the headings behind the day. */
    private static final List<RollupMetric> COLUMNS = List.of(
            RollupMetric.OBSERVATION_COUNT,
            RollupMetric.SESSION_COUNT,
            RollupMetric.SUMMARY_COUNT,
            RollupMetric.PROMPT_COUNT,
            RollupMetric.DISCOVERY_TOKENS,
            RollupMetric.READ_TOKENS,
            RollupMetric.TOKENS_SAVED_VS_NAIVE);

    private DayTable() {}

    static List<String> lines(List<DailyRollup> rollups, boolean allDays, Texts texts) {
        int older = allDays ? 0 : Math.max(0, rollups.size() - SHOWN);
        var table = TextTable.headed(texts.get("cli.preview.columns"));
        if (older > 0) {
            table.row(row(texts.get("cli.preview.earlier", older), sum(rollups.subList(0, older))));
        }
        rollups.subList(older, rollups.size())
                .forEach(rollup -> table.row(row(rollup.day().toString(), rollup.values())));
        table.row(row(texts.get("cli.preview.total"), sum(rollups)));
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
            var value = values.get(column);
            cells.add(value == null ? "–" : String.format(Locale.ENGLISH, "%,.0f", value));
        }
        return cells;
    }
}
