package app.recount.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recount.problem.ProblemException;
import app.recount.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecountStoreTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void choose_a_file() {
        file = folder.resolve("recount.db");
    }

    @Test
    void what_is_written_is_there_after_reopening() {
        try (var store = store()) {
            StoredFacts.put(store, "install_id", "a");
        }
        try (var store = store()) {
            assertThat(get(store, "install_id")).containsExactly("a");
        }
    }

    @Test
    void a_write_that_fails_leaves_nothing() {
        try (var store = store()) {
            assertThatThrownBy(() -> store.write(connection -> {
                        try (var statement = connection.createStatement()) {
                            statement.execute("INSERT INTO facts VALUES ('k', 'v')");
                            return statement.execute("INSERT INTO no_such_table VALUES (1)");
                        }
                    }))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().code()).isEqualTo("STORE_FAILED"));
            assertThat(get(store, "k")).isEmpty();
            StoredFacts.put(store, "k", "again");
            assertThat(get(store, "k")).containsExactly("again");
        }
    }

    @Test
    void an_exception_of_the_query_itself_rolls_back_and_passes_through() {
        try (var store = store()) {
            assertThatThrownBy(() -> store.write(connection -> {
                        try (var statement = connection.createStatement()) {
                            statement.execute("INSERT INTO facts VALUES ('k', 'v')");
                        }
                        throw new IllegalStateException("stop");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(get(store, "k")).isEmpty();
        }
    }

    @Test
    void it_is_in_wal_mode_with_foreign_keys_checked() {
        try (var store = store()) {
            assertThat(text(store, "PRAGMA journal_mode")).isEqualTo("wal");
            assertThat(text(store, "PRAGMA foreign_keys")).isEqualTo("1");
            assertThat(text(store, "PRAGMA user_version")).isEqualTo(String.valueOf(Migration.ALL.size()));
        }
    }

    @Test
    void only_the_user_may_read_its_files() throws IOException {
        try (var store = store()) {
            StoredFacts.put(store, "k", "v");
            try (var files = Files.list(folder)) {
                assertThat(files.toList())
                        .isNotEmpty()
                        .allSatisfy(
                                each -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                                        .isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void a_newer_file_is_refused_and_not_changed() throws Exception {
        try (var store = store()) {
            StoredFacts.put(store, "k", "v");
        }
        sql("PRAGMA journal_mode = DELETE", "PRAGMA user_version = 99");
        var before = Files.readAllBytes(file);

        try (var store = store()) {
            assertThatThrownBy(() -> get(store, "k")).isInstanceOfSatisfying(ProblemException.class, e -> {
                assertThat(e.problem().code()).isEqualTo("STORE_TOO_NEW");
                assertThat(new Texts().say(e.problem().sentences()))
                        .contains("it is at schema version 99, this Recount knows up to ");
            });
        }

        assertThat(file).hasBinaryContent(before);
        assertThat(folder.resolve("recount.db-wal")).doesNotExist();
    }

    @Test
    void a_file_that_a_newer_recount_has_migrated_is_refused_while_it_is_open_too() {
        var newer = new ArrayList<>(Migration.ALL);
        newer.add(new Migration(List.of(
                "CREATE TABLE notes(key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)",
                "INSERT INTO notes SELECT key, value FROM facts")));
        try (var open = store();
                var migrating = new RecountStore(file, newer)) {
            StoredFacts.put(open, "k", "v");
            assertThat(get(migrating, "k")).containsExactly("v");

            for (Runnable use : List.<Runnable>of(() -> get(open, "k"), () -> StoredFacts.put(open, "l", "w"))) {
                assertThatThrownBy(use::run).isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().code()).isEqualTo("STORE_TOO_NEW");
                    assertThat(new Texts().say(e.problem().sentences()))
                            .contains("it is at schema version " + newer.size());
                });
            }
            assertThat(get(migrating, "l")).isEmpty();
        }
    }

    @Test
    void a_file_that_is_no_database_is_set_aside_with_its_bytes() throws IOException {
        Files.writeString(file, "not a database, but somebody's text".repeat(50));
        try (var store = store()) {
            StoredFacts.put(store, "k", "v");
            assertThat(get(store, "k")).containsExactly("v");
        }
        assertThat(folder.resolve("recount.db.unreadable-1"))
                .hasContent("not a database, but somebody's text".repeat(50));
    }

    @Test
    void a_later_migration_keeps_what_is_there() {
        try (var store = store()) {
            StoredFacts.put(store, "k", "v");
        }
        var more = new ArrayList<>(Migration.ALL);
        more.add(new Migration(List.of("CREATE TABLE extra(x)")));
        try (var store = new RecountStore(file, more)) {
            assertThat(get(store, "k")).containsExactly("v");
            assertThat(text(store, "SELECT count(*) FROM extra")).isEqualTo("0");
        }
    }

    @Test
    void a_migration_that_fails_leaves_the_version_before_it() throws Exception {
        var broken = new ArrayList<>(Migration.ALL);
        broken.add(new Migration(List.of("CREATE TABLE extra(x)", "CREATE TABLE extra(x)")));
        try (var store = new RecountStore(file, broken)) {
            assertThatThrownBy(() -> get(store, "k")).isInstanceOf(ProblemException.class);
        }
        try (var store = store()) {
            assertThat(text(store, "SELECT count(*) FROM sqlite_schema WHERE name = 'extra'"))
                    .isEqualTo("0");
            assertThat(text(store, "PRAGMA user_version")).isEqualTo(String.valueOf(Migration.ALL.size()));
        }
    }

    @Test
    void many_that_start_at_once_on_a_fresh_folder_all_get_in() throws Exception {
        var start = IntStream.range(0, 8)
                .<Callable<List<String>>>mapToObj(n -> () -> {
                    try (var store = store()) {
                        StoredFacts.put(store, "k" + n, "v" + n);
                        return get(store, "k" + n);
                    }
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var result : threads.invokeAll(start)) {
                assertThat(result.get()).hasSize(1);
            }
        }
        try (var store = store()) {
            assertThat(text(store, "SELECT count(*) FROM facts")).isEqualTo("8");
        }
    }

    @Test
    void threads_that_share_a_store_do_not_lose_increments() throws Exception {
        try (var store = store();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            StoredFacts.put(store, "n", "0");
            var work = IntStream.range(0, 200)
                    .<Callable<Integer>>mapToObj(n -> () -> store.write(connection -> {
                        try (var statement = connection.createStatement()) {
                            return statement.executeUpdate("UPDATE facts SET value = value + 1 WHERE key = 'n'");
                        }
                    }));
            for (var result : threads.invokeAll(work.toList())) {
                assertThat(result.get()).isEqualTo(1);
            }
            assertThat(get(store, "n")).containsExactly("200");
        }
    }

    @Test
    void a_name_with_characters_that_uris_reserve_works() throws IOException {
        file = Files.createDirectories(folder.resolve("a b?c#d%20é")).resolve("recount.db");
        try (var store = store()) {
            StoredFacts.put(store, "k", "v");
        }
        assertThat(file).isNotEmptyFile();
    }

    private RecountStore store() {
        return new RecountStore(file, Migration.ALL);
    }

    private static List<String> get(RecountStore store, String key) {
        return store.read(connection -> {
            try (var select = connection.prepareStatement("SELECT value FROM facts WHERE key = ?")) {
                select.setString(1, key);
                try (var rows = select.executeQuery()) {
                    var values = new ArrayList<String>();
                    while (rows.next()) {
                        values.add(rows.getString(1));
                    }
                    return values;
                }
            }
        });
    }

    private static String text(RecountStore store, String sql) {
        return store.read(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(sql)) {
                row.next();
                return row.getString(1);
            }
        });
    }

    private void sql(String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        }
    }
}
