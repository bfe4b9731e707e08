package app.recount.memory;

import app.recount.memory.StoredTables.Tree;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The virtual tables of a database, and SQLite's own ones that describe it. A compiled statement names them by an address, which is the
 * same in every statement of a connection.
 */
final class VirtualTables {

    private static final MemoryStatement NAMES = new MemoryStatement(
            Purpose.SCHEMA, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'virtual'");

    private static final MemoryStatement COLUMNS =
            new MemoryStatement(Purpose.SCHEMA, "SELECT name FROM pragma_table_xinfo(?)");

    static final List<MemoryStatement> STATEMENTS = List.of(NAMES, COLUMNS);

    /** They tell of the schema alone. */
    private static final List<String> DESCRIBING =
            List.of("pragma_table_list", "pragma_table_xinfo('')", "pragma_index_list('')", "pragma_index_xinfo('')");

    private final Map<String, Optional<Tree>> byAddress = new HashMap<>();

    private VirtualTables() {}

    static VirtualTables of(MemoryConnection memory) throws SQLException {
        var tables = new VirtualTables();
        for (var describing : DESCRIBING) {
            tables.put(memory.program("SELECT 1 FROM " + describing), Optional.empty());
        }
        for (var name : names(memory)) {
            tables.put(program(memory, name), Optional.of(new Tree(name, false, columns(memory, name), "rowid")));
        }
        return tables;
    }

    /** Empty if the module of the table is not here: then no statement can open it. */
    private static List<ProgramStep> program(MemoryConnection memory, String name) {
        try {
            return memory.program("SELECT 1 FROM " + CountableTable.quoted(name));
        } catch (SQLException e) {
            return List.of();
        }
    }

    private static List<String> names(MemoryConnection memory) throws SQLException {
        try (var select = memory.prepare(NAMES)) {
            return texts(select);
        }
    }

    private static List<Set<String>> columns(MemoryConnection memory, String table) throws SQLException {
        try (var select = memory.prepare(COLUMNS)) {
            select.setString(1, table);
            return texts(select).stream().map(Set::of).toList();
        }
    }

    private static List<String> texts(PreparedStatement select) throws SQLException {
        try (var row = select.executeQuery()) {
            var texts = new ArrayList<String>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        }
    }

    private void put(List<ProgramStep> program, Optional<Tree> table) {
        program.stream().filter(step -> step.opcode().equals("VOpen")).forEach(step -> byAddress.put(step.p4(), table));
    }

    /** Whether it is known what the address stands for. */
    boolean knows(String address) {
        return byAddress.containsKey(address);
    }

    /** The table of the database at the address; empty for one that only describes. */
    Optional<Tree> at(String address) {
        return byAddress.getOrDefault(address, Optional.empty());
    }
}
