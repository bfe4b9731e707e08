package app.recount.desktop.activity;

import app.recount.delivery.BackfillPreview;
import app.recount.memory.ColumnReport;
import app.recount.memory.ColumnReport.Use;
import app.recount.memory.MemorySchema.Kind;
import app.recount.payload.AllowList;
import java.util.List;

/**
 * What exists and does not leave.
 *
 * @param never tables and views with the columns that are never read, in the order of the schema
 * @param read those with the columns whose values are read to count
 * @param measured columns of which only the length is taken
 * @param droppedKeys what the allow-list did not let through
 */
record Withheld(List<Group> never, List<Group> read, List<String> measured, List<String> droppedKeys) {

    /** Some columns of one relation. */
    record Group(String relation, Kind kind, List<String> columns) {}

    static Withheld of(ColumnReport report, BackfillPreview preview) {
        return new Withheld(
                groups(report, Use.NEVER),
                groups(report, Use.READ),
                groups(report, Use.LENGTH_ONLY).stream()
                        .flatMap(group -> group.columns().stream().map(column -> group.relation() + "." + column))
                        .toList(),
                AllowList.INSTALL.admit(preview.profile().properties()).dropped());
    }

    /** Columns that are never read, and keys that were dropped. */
    int count() {
        return never.stream().mapToInt(group -> group.columns().size()).sum() + droppedKeys.size();
    }

    private static List<Group> groups(ColumnReport report, Use use) {
        return report.relations().stream()
                .filter(relation -> relation.kind() != Kind.SHADOW)
                .map(relation -> new Group(relation.name(), relation.kind(), relation.names(use)))
                .filter(group -> !group.columns().isEmpty())
                .toList();
    }
}
