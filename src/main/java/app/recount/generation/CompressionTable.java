package app.recount.generation;

import app.recount.memory.MemoryConnection;
import app.recount.memory.MemorySchema;
import app.recount.memory.MemoryStatement;
import app.recount.memory.Purpose;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The table of compression turns in a memory database: the statements that make and remove it, and what stands there. */
final class CompressionTable {

    static final String NAME = "compression_events";

    /** The highest number in {@code schema_versions} of a claude-mem that is known not to make this table itself: 13.15.3. */
    static final int KNOWN_SCHEMA = 49;

    static final List<String> INSTALL = List.of("""
            CREATE TABLE IF NOT EXISTS compression_events (
                memory_session_id TEXT NOT NULL,
                turn INTEGER NOT NULL,
                tokens_input INTEGER,
                tokens_output INTEGER,
                cost_usd REAL,
                model TEXT,
                provider TEXT,
                outcome TEXT CHECK (outcome IN ('ok', 'error', 'partial', 'invalid_output', 'aborted')),
                created_at_epoch INTEGER NOT NULL,
                PRIMARY KEY (memory_session_id, turn)
            )""", """
            CREATE INDEX IF NOT EXISTS idx_compression_events_created
            ON compression_events (created_at_epoch DESC)""");

    static final List<String> REMOVE = List.of("DROP TABLE compression_events");

    private static final List<String> COLUMNS = List.of(
            "memory_session_id",
            "turn",
            "tokens_input",
            "tokens_output",
            "cost_usd",
            "model",
            "provider",
            "outcome",
            "created_at_epoch");

    /** What a memory database has under the name. */
    enum State {
        ABSENT,
        /** As Recount makes it. */
        INSTALLED,
        /** Every column that is needed, but made by other statements: somebody else's, and as good. */
        FOREIGN,
        /** No table, or one that lacks a column. */
        OTHER
    }

    private static final MemoryStatement KIND = looking(
            "SELECT type FROM pragma_table_list WHERE schema = 'main' AND name = '%s' COLLATE NOCASE".formatted(NAME));

    private static final MemoryStatement ANYTHING =
            looking("SELECT type FROM sqlite_schema WHERE name = '%s' COLLATE NOCASE".formatted(NAME));

    private static final MemoryStatement COLUMN_NAMES =
            looking("SELECT lower(name) FROM pragma_table_xinfo('%s')".formatted(NAME));

    private static final MemoryStatement MADE_BY =
            looking("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = '%s'".formatted(NAME));

    private static final MemoryStatement ANY_ROW = looking("SELECT 'x' FROM %s LIMIT 1".formatted(NAME));

    private static final MemoryStatement HAS_VERSIONS =
            looking("SELECT name FROM pragma_table_list WHERE schema = 'main' AND name = 'schema_versions'");

    private static final MemoryStatement VERSION = looking("SELECT max(version) FROM schema_versions");

    private CompressionTable() {}

    private static MemoryStatement looking(String sql) {
        return new MemoryStatement(Purpose.TABLE_OF_TURNS, sql);
    }

    /** Those that look what stands there. */
    static List<MemoryStatement> statements(MemorySchema schema) {
        var statements = new ArrayList<>(List.of(KIND, ANYTHING, COLUMN_NAMES, MADE_BY, HAS_VERSIONS));
        if (schema.relation(NAME).isPresent()) {
            statements.add(ANY_ROW);
        }
        if (schema.relation("schema_versions").isPresent()) {
            statements.add(VERSION);
        }
        return statements;
    }

    static State state(MemoryConnection memory) throws SQLException {
        var type = text(memory, KIND);
        if (type.isEmpty()) {
            // an index or a trigger of the name stands in the way as well
            return text(memory, ANYTHING).isEmpty() ? State.ABSENT : State.OTHER;
        }
        var names = text(memory, COLUMN_NAMES);
        if (!type.equals(List.of("table")) || !names.containsAll(COLUMNS)) {
            return State.OTHER;
        }
        return isOurs(memory) ? State.INSTALLED : State.FOREIGN;
    }

    /** SQLite keeps the statement that made a table, with its own beginning and without the condition. */
    private static boolean isOurs(MemoryConnection memory) throws SQLException {
        var body = INSTALL.getFirst().substring(INSTALL.getFirst().indexOf('('));
        return text(memory, MADE_BY).stream().anyMatch(sql -> sql.endsWith(body));
    }

    static boolean isEmpty(MemoryConnection memory) throws SQLException {
        return text(memory, ANY_ROW).isEmpty();
    }

    /** What {@code schema_versions} says at most; 0 where it says nothing. */
    static int schemaVersion(MemoryConnection memory) throws SQLException {
        if (text(memory, HAS_VERSIONS).isEmpty()) {
            return 0;
        }
        try (var select = memory.prepare(VERSION);
                var row = select.executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    private static List<String> text(MemoryConnection memory, MemoryStatement statement) throws SQLException {
        try (var select = memory.prepare(statement);
                var row = select.executeQuery()) {
            var values = new ArrayList<String>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        }
    }
}
