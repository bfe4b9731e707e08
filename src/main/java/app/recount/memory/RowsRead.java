package app.recount.memory;

import app.recount.memory.PieceCounter.RowProgress;
import app.recount.store.Progress;
import app.recount.text.Wording;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many rows of each table were read so far, whoever read them. */
final class RowsRead {

    private final Map<SourceTable, Long> read = new ConcurrentHashMap<>();

    /** For the one that tells how far all are; it tells at once that they begin, because the others may leave nothing to it. */
    RowProgress reporting(Map<SourceTable, Long> expected, Progress progress) {
        expected.keySet().stream().findFirst().ifPresent(table -> report(progress, table, 0));
        return (table, rows) -> {
            double all = Math.max(1, expected.getOrDefault(table, 0L));
            report(progress, table, Math.min(1, add(table, rows) / all));
        };
    }

    private static void report(Progress progress, SourceTable table, double fraction) {
        progress.report(Wording.of("step.counting", table.tableName()), fraction);
    }

    RowProgress silent() {
        return this::add;
    }

    private long add(SourceTable table, long rows) {
        return read.merge(table, rows, Long::sum);
    }
}
