package app.recount.generation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The ids by which a memory database knows its observer sessions. */
final class MemorySessions {

    /** Tables that may name them; older databases lack some. */
    private static final List<String> TABLES = List.of("sdk_sessions", "observations", "session_summaries");

    private MemorySessions() {}

    static Set<String> of(Connection memory) throws SQLException {
        var sessions = new HashSet<String>();
        for (var table : TABLES) {
            if (has(memory, table)) {
                try (var statement = memory.createStatement();
                        var row = statement.executeQuery("""
                                SELECT DISTINCT memory_session_id FROM %s
                                WHERE typeof(memory_session_id) = 'text'
                                """.formatted(table))) {
                    while (row.next()) {
                        sessions.add(row.getString(1));
                    }
                }
            }
        }
        return sessions;
    }

    private static boolean has(Connection memory, String table) throws SQLException {
        try (var query = memory.prepareStatement("""
                SELECT 1 FROM pragma_table_list AS list, pragma_table_xinfo(list.name) AS columns
                WHERE list.schema = 'main' AND list.type = 'table' AND list.name = ?
                    AND columns.name = 'memory_session_id'
                """)) {
            query.setString(1, table);
            try (var row = query.executeQuery()) {
                return row.next();
            }
        }
    }
}
