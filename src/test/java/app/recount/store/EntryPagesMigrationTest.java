package app.recount.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries of logs had a row each; they are put together as if they had been written in pages. */
class EntryPagesMigrationTest {

    private static final int BEFORE = 4;

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("recount.db");
    }

    @Test
    void nothing_that_was_known_of_logs_is_lost() {
        try (var old = new RecountStore(file(), Migration.ALL.subList(0, BEFORE))) {
            run(
                    old,
                    "INSERT INTO sessions(id, tool, session, stamp) VALUES (1, 'claude', 's', 1)",
                    log(7, 3, 1, 2), // of four entries, two are settled; the last one has no end yet
                    log(8, 1, 0, 1),
                    "INSERT INTO log_entries VALUES (7, 0, 'msg_1', 1500000, 'opus', 0, 0, '1 2 3 4 5 6 7', NULL)",
                    "INSERT INTO log_entries VALUES (7, 1, 'a\"b', NULL, NULL, 1, 1, NULL, '7 6 5 4 3 2 1')",
                    "INSERT INTO log_entries VALUES (7, 2, 'msg_3', 3, 'haiku', 0, 0, '1 0 0 0 1 0 1', NULL)",
                    "INSERT INTO log_entries VALUES (7, 3, 'msg_4', 4, 'haiku', 0, 0, '2 0 0 0 2 0 1', NULL)",
                    "INSERT INTO log_entries VALUES (8, 0, 'msg_1', 5, 'opus', 0, 1, '3 0 0 0 3 0 1', NULL)");
        }
        try (var store = new RecountStore(file(), Migration.ALL)) {
            assertThat(rows(
                            store,
                            "SELECT file, first, size, calls, models, entries FROM entry_pages ORDER BY file, first"))
                    .containsExactly("""
                            7|0|2|["msg_1","a\\"b"]|["opus",""]|0 1500000 0 1,2,3,4,5,6,7 -
                            - - 1 - 7,6,5,4,3,2,1
                            """, """
                            7|2|1|["msg_3"]|["haiku"]|0 3 0 1,0,0,0,1,0,1 -
                            """, """
                            7|3|1|["msg_4"]|["haiku"]|0 4 0 2,0,0,0,2,0,1 -
                            """, """
                            8|0|1|["msg_1"]|["opus"]|0 5 0 3,0,0,0,3,0,1 -
                            """);
            assertThat(rows(store, "SELECT file, number FROM foreign_entries ORDER BY file"))
                    .containsExactly("7|1", "8|0");
        }
    }

    private static String log(int id, int entries, int open, int settled) {
        return """
                INSERT INTO log_files(
                    id, tool, content, path, session, subagent, archived, compressed, stamp, size, modified, born, file_key, position,
                    memo, head, tail, generation, entries, open_entries, settled, repeats, bad_lines, was_read, gone)
                VALUES (%1$d, 'claude', 'log %1$d', '/log', 1, 0, 0, 0, 1, 1, 1, 1, '', 1, '', '', '', 1, %2$d, %3$d, %4$d, 0, 0, 1, 0)
                """.formatted(id, entries, open, settled);
    }

    private static void run(RecountStore store, String... statements) {
        store.write(connection -> {
            try (var statement = connection.createStatement()) {
                for (var sql : statements) {
                    statement.execute(sql);
                }
            }
            return true;
        });
    }

    private static List<String> rows(RecountStore store, String sql) {
        return store.read(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(sql)) {
                var rows = new ArrayList<String>();
                while (row.next()) {
                    var columns = new ArrayList<String>();
                    for (var column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        columns.add(row.getString(column));
                    }
                    rows.add(String.join("|", columns));
                }
                return rows;
            }
        });
    }
}
