package app.recount.memory;

import app.recount.memory.MemorySchema.Column;
import app.recount.memory.MemorySchema.Kind;
import app.recount.memory.MemorySchema.Relation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Asks an opened database what it consists of. */
final class SchemaReader {

    private static final MemoryStatement RELATIONS = new MemoryStatement(Purpose.SCHEMA, """
            SELECT name, type, wr
            FROM pragma_table_list
            WHERE schema = 'main' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
            ORDER BY name
            """);

    private static final MemoryStatement COLUMNS = new MemoryStatement(
            Purpose.SCHEMA, "SELECT name, type, hidden FROM pragma_table_xinfo(?) WHERE hidden <> 1");

    static final List<MemoryStatement> STATEMENTS = List.of(RELATIONS, COLUMNS);

    /** What pragma_table_xinfo calls a generated column that is not stored. */
    private static final int VIRTUAL = 2;

    private final MemoryConnection memory;

    SchemaReader(MemoryConnection memory) {
        this.memory = memory;
    }

    MemorySchema read() throws SQLException {
        var relations = new ArrayList<Relation>();
        try (var select = memory.prepare(RELATIONS);
                var rows = select.executeQuery()) {
            while (rows.next()) {
                var kind = Kind.valueOf(rows.getString("type").toUpperCase(Locale.ROOT));
                relations.add(relation(rows.getString("name"), kind, !rows.getBoolean("wr")));
            }
        }
        return new MemorySchema(relations);
    }

    private Relation relation(String name, Kind kind, boolean rowNumbers) throws SQLException {
        try {
            return new Relation(name, kind, rowNumbers, columns(name, kind));
        } catch (SQLException e) {
            if (kind == Kind.TABLE) {
                throw e;
            }
            // a view of something that is gone, or a virtual table whose module is not here: its columns cannot be
            // known
            return new Relation(name, kind, List.of());
        }
    }

    private List<Column> columns(String table, Kind kind) throws SQLException {
        try (var select = memory.prepare(COLUMNS)) {
            select.setString(1, table);
            try (var rows = select.executeQuery()) {
                var columns = new ArrayList<Column>();
                while (rows.next()) {
                    columns.add(new Column(
                            rows.getString("name"),
                            rows.getString("type"),
                            kind == Kind.TABLE && rows.getInt("hidden") == VIRTUAL));
                }
                return columns;
            }
        }
    }
}
