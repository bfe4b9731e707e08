package app.recount.memory;

import java.util.List;
import java.util.Optional;

/**
 * What the opened database consists of, as its own schema says; nothing is assumed.
 *
 * @param relations every table, view and virtual table that is not SQLite's own bookkeeping, by name
 */
public record MemorySchema(List<Relation> relations) {

    /** What stands behind a name. Only a {@link #TABLE} is ever read. */
    public enum Kind {
        TABLE,
        VIEW,
        VIRTUAL,
        /** A table that a virtual table keeps its index in. */
        SHADOW
    }

    /**
     * One table or view.
     *
     * @param rowNumbers whether its rows are numbered, as those of all tables are that are not made WITHOUT ROWID
     * @param columns in order; empty if they cannot be known
     */
    public record Relation(String name, Kind kind, boolean rowNumbers, List<Column> columns) {

        public Relation(String name, Kind kind, List<Column> columns) {
            this(name, kind, true, columns);
        }

        public Relation {
            columns = List.copyOf(columns);
        }

        public boolean has(String column) {
            return columns.stream().anyMatch(each -> each.name().equalsIgnoreCase(column));
        }
    }

    /**
     * A column.
     *
     * @param type as it was declared; may be empty
     * @param computed whether it is generated from others and not stored
     */
    public record Column(String name, String type, boolean computed) {}

    public MemorySchema {
        relations = List.copyOf(relations);
    }

    /** The relation of that name, whatever its kind; SQLite's names know no case. */
    public Optional<Relation> relation(String name) {
        return relations.stream()
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
