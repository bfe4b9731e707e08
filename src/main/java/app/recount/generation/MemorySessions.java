package app.recount.generation;

import app.recount.memory.MemoryConnection;
import app.recount.memory.MemorySchema;
import app.recount.memory.MemorySchema.Kind;
import app.recount.memory.MemoryStatement;
import app.recount.memory.Purpose;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The ids by which a memory database knows its observer sessions. */
final class MemorySessions {

    /** Tables that may name them; older databases lack some. */
    private static final List<String> TABLES = List.of("sdk_sessions", "observations", "session_summaries");

    private static final MemoryStatement HAS = new MemoryStatement(Purpose.SCHEMA, """
            SELECT 1 FROM pragma_table_list AS list, pragma_table_xinfo(list.name) AS columns
            WHERE list.schema = 'main' AND list.type = 'table' AND list.name = ?
                AND columns.name = 'memory_session_id'
            """);

    private MemorySessions() {}

    static List<MemoryStatement> statements(MemorySchema schema) {
        var sessions = TABLES.stream()
                .filter(table -> schema.relation(table)
                        .filter(relation -> relation.kind() == Kind.TABLE && relation.has("memory_session_id"))
                        .isPresent())
                .map(MemorySessions::sessions);
        return Stream.concat(Stream.of(HAS), sessions).toList();
    }

    static Set<String> of(MemoryConnection memory) throws SQLException {
        var sessions = new HashSet<String>();
        for (var table : TABLES) {
            if (has(memory, table)) {
                try (var select = memory.prepare(sessions(table));
                        var row = select.executeQuery()) {
                    while (row.next()) {
                        sessions.add(row.getString(1));
                    }
                }
            }
        }
        return sessions;
    }

    private static MemoryStatement sessions(String table) {
        return new MemoryStatement(Purpose.SESSION_IDS, """
                SELECT DISTINCT memory_session_id FROM %s
                WHERE typeof(memory_session_id) = 'text'
                """.formatted(table));
    }

    private static boolean has(MemoryConnection memory, String table) throws SQLException {
        try (var query = memory.prepare(HAS)) {
            query.setString(1, table);
            try (var row = query.executeQuery()) {
                return row.next();
            }
        }
    }
}
