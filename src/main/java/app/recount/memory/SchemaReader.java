package app.recount.memory;

import app.recount.memory.MemorySchema.Column;
import app.recount.memory.MemorySchema.Kind;
import app.recount.memory.MemorySchema.Relation;
import app.recount.memory.MemorySchema.Use;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Asks an opened database what it consists of. */
final class SchemaReader {

    private final Connection connection;

    SchemaReader(Connection connection) {
        this.connection = connection;
    }

    MemorySchema read() throws SQLException {
        var relations = new ArrayList<Relation>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT name, type
                        FROM pragma_table_list
                        WHERE schema = 'main' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
                        ORDER BY name
                        """)) {
            while (rows.next()) {
                var kind = Kind.valueOf(rows.getString("type").toUpperCase(Locale.ROOT));
                relations.add(relation(rows.getString("name"), kind));
            }
        }
        return new MemorySchema(relations);
    }

    private Relation relation(String name, Kind kind) throws SQLException {
        try {
            return new Relation(name, kind, columns(name, kind));
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
        try (var select =
                connection.prepareStatement("SELECT name, type FROM pragma_table_xinfo(?) WHERE hidden <> 1")) {
            select.setString(1, table);
            try (var rows = select.executeQuery()) {
                var columns = new ArrayList<Column>();
                while (rows.next()) {
                    var name = rows.getString("name");
                    columns.add(new Column(name, rows.getString("type"), use(table, kind, name)));
                }
                return columns;
            }
        }
    }

    private static Use use(String table, Kind kind, String column) {
        return kind == Kind.TABLE ? ColumnUse.of(table, column) : Use.NEVER;
    }
}
