package app.recount.cli;

import app.recount.memory.ColumnReport;
import app.recount.memory.ColumnReport.Column;
import app.recount.memory.ColumnReport.Need;
import app.recount.memory.ColumnReport.Relation;
import app.recount.memory.ColumnReport.Use;
import app.recount.memory.MemorySchema.Kind;
import app.recount.memory.Purpose;
import app.recount.memory.RollupMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What becomes of the columns of a database, for people: what is read first, and with what for. */
final class ColumnsText {

    /** So many keys are named; more are counted. */
    private static final int NAMED = 2;

    private ColumnsText() {}

    static List<String> lines(ColumnReport report) {
        var lines = new ArrayList<String>();
        report.relations().forEach(relation -> {
            lines.add("");
            lines.addAll(lines(relation));
        });
        lines.add("");
        lines.addAll(Paragraph.wrap("", "", total(report)));
        return lines;
    }

    private static List<String> lines(Relation relation) {
        var lines = new ArrayList<String>();
        lines.add(relation.name() + kind(relation.kind()));
        for (var column : relation.columns()) {
            if (column.use() != Use.NEVER) {
                lines.addAll(Paragraph.wrap(
                        "  %-12s %s: ".formatted(words(column.use()), column.name()),
                        " ".repeat(15),
                        neededFor(column)));
            }
        }
        var never = relation.names(Use.NEVER);
        if (!never.isEmpty()) {
            lines.addAll(Paragraph.wrap("  never read   ", " ".repeat(15), String.join(", ", never)));
        }
        return lines;
    }

    private static String kind(Kind kind) {
        return switch (kind) {
            case TABLE -> "";
            case VIEW -> " (a view)";
            case VIRTUAL -> " (a virtual table)";
            case SHADOW -> " (the index of a virtual table)";
        };
    }

    private static String words(Use use) {
        return switch (use) {
            case READ -> "read";
            case LENGTH_ONLY -> "length only";
            case TYPE_ONLY -> "type only";
            case COMPUTED -> "computed";
            case NEVER -> "never read";
        };
    }

    private static String neededFor(Column column) {
        if (column.use() == Use.COMPUTED) {
            return "not stored; made of columns that are listed themselves";
        }
        return keys(column.need())
                + column.need().purposes().stream().map(Purpose::words).collect(Collectors.joining("; "));
    }

    private static String keys(Need need) {
        if (need.metrics().isEmpty()) {
            return "";
        }
        return need.metrics().size() > NAMED
                ? need.metrics().size() + " keys; "
                : need.metrics().stream().map(RollupMetric::key).collect(Collectors.joining(", ", "", "; "));
    }

    private static String total(ColumnReport report) {
        return "%d columns: %d read, %d measured only, %d never read."
                .formatted(
                        report.columns().count(),
                        count(report, Use.READ),
                        count(report, Use.LENGTH_ONLY),
                        count(report, Use.NEVER));
    }

    private static long count(ColumnReport report, Use use) {
        return report.columns().filter(column -> column.use() == use).count();
    }
}
