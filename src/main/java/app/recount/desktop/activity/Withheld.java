package app.recount.desktop.activity;

import app.recount.delivery.BackfillPreview;
import app.recount.memory.MemorySchema;
import app.recount.memory.MemorySchema.Kind;
import app.recount.memory.MemorySchema.Relation;
import app.recount.memory.MemorySchema.Use;
import app.recount.payload.AllowList;
import java.util.List;

/**
 * What exists and does not leave.
 *
 * @param relations tables and views with the columns that are never read, in the order of the schema
 * @param measured columns of which only the length is taken
 * @param droppedKeys what the allow-list did not let through
 */
record Withheld(List<Group> relations, List<String> measured, List<String> droppedKeys) {

    /** The columns of one relation that are never read. */
    record Group(String relation, Kind kind, List<String> columns) {}

    static Withheld of(BackfillPreview preview) {
        MemorySchema schema = preview.activity().schema();
        var groups = schema.relations().stream()
                .filter(relation -> relation.kind() != Kind.SHADOW)
                .map(relation -> new Group(relation.name(), relation.kind(), names(relation, Use.NEVER)))
                .filter(group -> !group.columns().isEmpty())
                .toList();
        var measured = schema.relations().stream()
                .flatMap(relation ->
                        names(relation, Use.LENGTH_ONLY).stream().map(column -> relation.name() + "." + column))
                .toList();
        return new Withheld(
                groups,
                measured,
                AllowList.INSTALL.admit(preview.profile().properties()).dropped());
    }

    /** Columns that are never read, and keys that were dropped. */
    int count() {
        return relations.stream().mapToInt(group -> group.columns().size()).sum() + droppedKeys.size();
    }

    private static List<String> names(Relation relation, Use use) {
        return relation.columns().stream()
                .filter(column -> column.use() == use)
                .map(MemorySchema.Column::name)
                .toList();
    }
}
