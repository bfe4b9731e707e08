package app.recount.memory;

import app.recount.memory.MemorySchema.Kind;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What Recount's statements do with each column of a database, as SQLite compiles them there.
 *
 * @param relations everything that the schema has, in its order
 */
public record ColumnReport(List<Relation> relations) {

    /** What Recount's statements do with a column, the most first. */
    public enum Use {
        /** A statement takes the value: to hand it out, to compare it, or to compute with it. */
        READ,
        /** SQLite may scan the value to measure it; the value itself never reaches Recount. */
        LENGTH_ONLY,
        /** Only what kind of value stands there is looked at. */
        TYPE_ONLY,
        /** Nothing stands there: it would be computed from other columns, which are listed themselves. */
        COMPUTED,
        NEVER;

        /** As scripts say it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        Use stronger(Use other) {
            return compareTo(other) <= 0 ? this : other;
        }
    }

    /**
     * Why a column is read.
     *
     * @param metrics the counters whose value cannot be had without it; none where it is needed for something else
     */
    public record Need(Use use, Set<Purpose> purposes, Set<RollupMetric> metrics) {

        static final Need NONE = new Need(Use.NEVER, Set.of(), Set.of());

        static final Need COMPUTED = new Need(Use.COMPUTED, Set.of(), Set.of());

        public Need {
            purposes = Collections.unmodifiableSet(new TreeSet<>(purposes));
            metrics = Collections.unmodifiableSet(new TreeSet<>(metrics));
        }

        Need plus(Need other) {
            var both = new TreeSet<>(purposes);
            both.addAll(other.purposes);
            var all = new TreeSet<>(metrics);
            all.addAll(other.metrics);
            return new Need(use.stronger(other.use), both, all);
        }
    }

    /** A column with its declared type (may be empty), what is done with it and what for. */
    public record Column(String name, String type, Need need) {

        public Use use() {
            return need.use();
        }
    }

    /** One table or view. */
    public record Relation(String name, Kind kind, List<Column> columns) {
        public Relation {
            columns = List.copyOf(columns);
        }

        /** The names of the columns with which this is done. */
        public List<String> names(Use use) {
            return columns.stream()
                    .filter(column -> column.use() == use)
                    .map(Column::name)
                    .toList();
        }
    }

    public ColumnReport {
        relations = List.copyOf(relations);
    }

    /** All columns of all relations. */
    public Stream<Column> columns() {
        return relations.stream().flatMap(relation -> relation.columns().stream());
    }
}
