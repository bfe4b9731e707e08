package app.recount.cli;

import app.recount.memory.ColumnReport;
import app.recount.memory.ColumnReport.Column;
import app.recount.memory.ColumnReport.Need;
import app.recount.memory.ColumnReport.Relation;
import app.recount.memory.ColumnReport.Use;
import app.recount.memory.RollupMetric;
import app.recount.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What becomes of the columns of a database, for people: what is read first, and with what for. */
final class ColumnsText {

    /** So many keys are named; more are counted. */
    private static final int NAMED = 2;

    private final Texts texts;

    ColumnsText(Texts texts) {
        this.texts = texts;
    }

    List<String> lines(ColumnReport report) {
        var lines = new ArrayList<String>();
        report.relations().forEach(relation -> {
            lines.add("");
            lines.addAll(lines(relation));
        });
        lines.add("");
        lines.addAll(Paragraph.wrap("", "", total(report)));
        return lines;
    }

    private List<String> lines(Relation relation) {
        var lines = new ArrayList<String>();
        lines.add(texts.get("cli.privacy.columns.kind." + relation.kind(), relation.name()));
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
            lines.addAll(
                    Paragraph.wrap("  %-12s ".formatted(words(Use.NEVER)), " ".repeat(15), String.join(", ", never)));
        }
        return lines;
    }

    private String words(Use use) {
        return texts.get("cli.privacy.columns.use." + use);
    }

    private String neededFor(Column column) {
        if (column.use() == Use.COMPUTED) {
            return texts.get("cli.privacy.columns.computed");
        }
        return neededFor(
                column.need(),
                column.need().purposes().stream()
                        .map(purpose -> texts.get("cli.privacy.columns.purpose." + purpose))
                        .collect(Collectors.joining("; ")));
    }

    private String neededFor(Need need, String purposes) {
        if (need.metrics().isEmpty()) {
            return purposes;
        }
        return need.metrics().size() > NAMED
                ? texts.get("cli.privacy.columns.keys", need.metrics().size(), purposes)
                : texts.get(
                        "cli.privacy.columns.key-names",
                        need.metrics().stream().map(RollupMetric::key).collect(Collectors.joining(", ")),
                        purposes);
    }

    private String total(ColumnReport report) {
        return texts.get(
                "cli.privacy.columns.total",
                report.columns().count(),
                count(report, Use.READ),
                count(report, Use.LENGTH_ONLY),
                count(report, Use.NEVER));
    }

    private static long count(ColumnReport report, Use use) {
        return report.columns().filter(column -> column.use() == use).count();
    }
}
