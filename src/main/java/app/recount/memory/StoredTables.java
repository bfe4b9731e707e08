package app.recount.memory;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The trees of pages that a database file consists of, by the number of their first page: one for each table and each index. A
 * compiled statement knows tables by that number alone, and columns by their place in what is stored.
 */
final class StoredTables {

    /** SQLite's own table of tables stands on the first page. */
    private static final int SCHEMA_PAGE = 1;

    static final String SCHEMA_TABLE = "sqlite_schema";

    private static final Tree SCHEMA = new Tree(
            SCHEMA_TABLE,
            false,
            Stream.of("type", "name", "tbl_name", "rootpage", "sql")
                    .map(Set::of)
                    .toList(),
            "rowid");

    /** A virtual column is not stored; {@code pk} tells the one that may stand for the row number. */
    private static final MemoryStatement TABLES = new MemoryStatement(Purpose.SCHEMA, """
            SELECT entry.name AS relation, entry.rootpage AS page, list.wr AS without_rowid,
                columns.name AS name, columns.pk AS pk, upper(columns.type) = 'INTEGER' AS whole
            FROM sqlite_schema AS entry
            JOIN pragma_table_list AS list ON list.schema = 'main' AND list.name = entry.name
            JOIN pragma_table_xinfo(entry.name) AS columns ON columns.hidden IN (0, 3)
            WHERE entry.type = 'table' AND entry.rootpage > 0
            ORDER BY entry.rootpage, columns.cid
            """);

    /** A primary key may have an index of its own, or, without row numbers, be the table. */
    private static final MemoryStatement INDICES = new MemoryStatement(Purpose.SCHEMA, """
            SELECT entry.name AS relation, list.name AS index_name, list.origin = 'pk' AS is_key,
                own.rootpage AS page, columns.cid AS cid, columns.name AS name
            FROM sqlite_schema AS entry
            JOIN pragma_index_list(entry.name) AS list
            JOIN pragma_index_xinfo(list.name) AS columns
            LEFT JOIN sqlite_schema AS own ON own.type = 'index' AND own.name = list.name
            WHERE entry.type = 'table' AND entry.rootpage > 0
            ORDER BY entry.rootpage, list.seq, columns.seqno
            """);

    static final List<MemoryStatement> STATEMENTS = List.of(TABLES, INDICES);

    /** What pragma_index_xinfo says instead of the number of a column. */
    private static final int ROW_NUMBER = -1;

    private static final int EXPRESSION = -2;

    /**
     * A table or an index.
     *
     * @param sorted whether it is sorted by its columns, from the first on: an index, or a table without row numbers
     * @param columns what stands in each place: the one column, or all that an indexed expression is made of
     * @param rowNumber the name of the row number: a column that stands for it, or {@code rowid}
     */
    record Tree(String relation, boolean sorted, List<Set<String>> columns, String rowNumber) {

        /** Everything, where the place is none of its own. */
        Set<String> column(int place) {
            return place >= 0 && place < columns.size() ? columns.get(place) : everything();
        }

        /** What a cursor is compared with that is moved to a place: so many columns, or all if that is not known. */
        Set<String> compared(int places) {
            if (!sorted) {
                return Set.of(rowNumber);
            }
            return columns.stream()
                    .limit(places > 0 ? places : columns.size())
                    .flatMap(Collection::stream)
                    .collect(toCollection(LinkedHashSet::new));
        }

        Set<String> everything() {
            var all = columns.stream().flatMap(Collection::stream).collect(toCollection(LinkedHashSet::new));
            all.add(rowNumber);
            return all;
        }
    }

    private static final class Table {
        private final String name;
        private final boolean withoutRowNumbers;
        private final List<Set<String>> columns = new ArrayList<>();
        private final List<String> wholeKeys = new ArrayList<>();
        private int keys;
        private boolean keyHasIndex;

        Table(ResultSet row) throws SQLException {
            name = row.getString("relation");
            withoutRowNumbers = row.getBoolean("without_rowid");
        }

        void add(ResultSet row) throws SQLException {
            columns.add(Set.of(row.getString("name")));
            if (row.getInt("pk") > 0) {
                keys++;
                if (row.getBoolean("whole")) {
                    wholeKeys.add(row.getString("name"));
                }
            }
        }

        Tree tree() {
            return new Tree(name, false, columns, rowNumber());
        }

        /** A sole INTEGER PRIMARY KEY is the row number, unless it got an index of its own as one that is DESC does. */
        String rowNumber() {
            return !withoutRowNumbers && keys == 1 && wholeKeys.size() == 1 && !keyHasIndex
                    ? wholeKeys.getFirst()
                    : "rowid";
        }
    }

    private final MemoryConnection memory;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Map<String, Integer> pages = new HashMap<>();
    private final Map<Integer, Tree> trees = new HashMap<>();

    private StoredTables(MemoryConnection memory) {
        this.memory = memory;
    }

    static StoredTables of(MemoryConnection memory) throws SQLException {
        var stored = new StoredTables(memory);
        stored.readTables();
        stored.readIndices();
        return stored;
    }

    /** What begins there; everything, if that is unknown. */
    Collection<Tree> at(int page) {
        var tree = trees.get(page);
        return tree == null ? all() : List.of(tree);
    }

    /** Everything that is stored, for a statement that cannot be followed. */
    Collection<Tree> all() {
        return trees.values();
    }

    private void readTables() throws SQLException {
        try (var select = memory.prepare(TABLES);
                var row = select.executeQuery()) {
            while (row.next()) {
                var name = row.getString("relation");
                var table = tables.get(name);
                if (table == null) {
                    table = new Table(row);
                    tables.put(name, table);
                    pages.put(name, row.getInt("page"));
                }
                table.add(row);
            }
        }
    }

    private record Index(String table, boolean isKey, int page, List<Integer> numbers, List<String> names) {}

    private void readIndices() throws SQLException {
        var indices = new LinkedHashMap<List<String>, Index>();
        try (var select = memory.prepare(INDICES);
                var row = select.executeQuery()) {
            while (row.next()) {
                var table = row.getString("relation");
                var isKey = row.getBoolean("is_key");
                var page = row.getInt("page");
                var index = indices.computeIfAbsent(
                        List.of(table, row.getString("index_name")),
                        _ -> new Index(table, isKey, page, new ArrayList<>(), new ArrayList<>()));
                index.numbers().add(row.getInt("cid"));
                index.names().add(row.getString("name"));
            }
        }
        trees.put(SCHEMA_PAGE, SCHEMA);
        indices.values().stream().filter(Index::isKey).forEach(index -> table(index).keyHasIndex = true);
        for (var table : tables.values()) {
            trees.put(pages.getOrDefault(table.name, 0), table.tree());
        }
        for (var entry : indices.entrySet()) {
            var index = entry.getValue();
            var page = index.page() > 0 ? index.page() : pages.getOrDefault(index.table(), 0);
            trees.put(page, tree(entry.getKey().getLast(), index));
        }
    }

    private Table table(Index index) {
        var table = tables.get(index.table());
        if (table == null) {
            throw new IllegalStateException("an index of no table: " + index.table());
        }
        return table;
    }

    private Tree tree(String name, Index index) throws SQLException {
        var table = table(index);
        var columns = new ArrayList<Set<String>>();
        for (int place = 0; place < index.numbers().size(); place++) {
            columns.add(
                    switch (index.numbers().get(place)) {
                        case ROW_NUMBER -> Set.of(table.rowNumber());
                        case EXPRESSION -> expression(name, table);
                        default -> Set.of(index.names().get(place));
                    });
        }
        return new Tree(table.name, true, columns, table.rowNumber());
    }

    /** All columns that making the index anew would read of the table. It is only compiled. */
    private Set<String> expression(String index, Table table) {
        var tree = table.tree();
        try {
            var program = memory.program("REINDEX main." + CountableTable.quoted(index));
            var cursors = program.stream()
                    .filter(step -> step.opcode().equals("OpenRead") && pages.containsValue(step.p2()))
                    .map(ProgramStep::p1)
                    .collect(toSet());
            return program.stream()
                    .filter(step -> step.opcode().equals("Column") && cursors.contains(step.p1()))
                    .flatMap(step -> tree.column(step.p2()).stream())
                    .collect(toCollection(LinkedHashSet::new));
        } catch (SQLException e) {
            return tree.everything(); // it needs a function or a collation that is not here: it may be made of anything
        }
    }
}
