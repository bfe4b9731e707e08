package app.recount.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.faults.Folders;
import app.recount.problem.Problem;
import app.recount.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** recount.db moved away or replaced while it is open, and what a crashed machine leaves of it. */
class ReplacedStoreTest {

    @TempDir
    Path folder;

    private RecountHome home;

    @BeforeEach
    void make_a_home() {
        home = RecountHome.at(folder.resolve("home"));
    }

    @Test
    void what_is_written_after_it_was_moved_away_goes_into_a_new_one_and_not_after_the_old() throws IOException {
        try (var store = new RecountStore(home)) {
            StoredFacts.put(store, "before");
            move("recount.db", "recount.db-wal", "recount.db-shm");
            StoredFacts.put(store, "after");
            assertThat(StoredFacts.keys(store)).containsExactly("after");
        }
        try (var store = new RecountStore(home)) {
            assertThat(StoredFacts.keys(store)).containsExactly("after");
        }
        try (var moved = new RecountStore(folder.resolve("moved/recount.db"), Migration.ALL)) {
            assertThat(StoredFacts.keys(moved)).containsExactly("before");
        }
    }

    @Test
    void a_copy_that_is_put_in_its_place_is_used_at_once() throws IOException {
        try (var store = new RecountStore(home)) {
            StoredFacts.put(store, "saved");
        }
        Folders.copy(home.folder(), folder.resolve("saved"));
        try (var store = new RecountStore(home)) {
            StoredFacts.put(store, "later");
            move("recount.db", "recount.db-wal", "recount.db-shm");
            Files.move(folder.resolve("saved/recount.db"), home.database());
            assertThat(StoredFacts.keys(store)).containsExactly("saved");
            StoredFacts.put(store, "new");
        }
        try (var store = new RecountStore(home)) {
            assertThat(StoredFacts.keys(store)).containsExactly("new", "saved");
        }
    }

    @Test
    void a_damaged_one_is_set_aside_over_nothing_and_that_is_told_once() throws IOException {
        Files.writeString(home.database(), "no database".repeat(400));
        Files.writeString(beside("-journal"), "a journal that must not be played into the new file");
        Files.writeString(beside(".unreadable-1"), "of an earlier time");
        try (var store = new RecountStore(home)) {
            StoredFacts.put(store, "k");
            assertThat(store.takeProblems()).extracting(Problem::code).containsExactly("STORE_SET_ASIDE");
            assertThat(store.takeProblems()).isEmpty();
            assertThat(StoredFacts.keys(store)).containsExactly("k", RecountStore.SET_ASIDE);
        }
        assertThat(beside(".unreadable-1")).hasContent("of an earlier time");
        assertThat(beside(".unreadable-2")).hasContent("no database".repeat(400));
        assertThat(beside("-journal")).doesNotExist();
        try (var store = new RecountStore(home)) {
            assertThat(StoredFacts.keys(store)).contains("k");
            assertThat(store.takeProblems()).isEmpty();
        }
    }

    @Test
    void one_that_was_set_aside_by_a_process_that_was_killed_before_it_made_a_new_one_is_told_once()
            throws IOException {
        Files.writeString(beside(".unreadable-2"), "what cannot be read");
        Files.writeString(beside(".unreadable-10-wal"), "a log without its database");
        Files.writeString(beside(".unreadable-copy"), "named by somebody else");
        try (var store = new RecountStore(home)) {
            StoredFacts.put(store, "k");
            assertThat(store.takeProblems())
                    .singleElement()
                    .satisfies(problem ->
                            assertThat(new Texts().say(problem.message())).contains("recount.db.unreadable-10”"));
        }
        try (var store = new RecountStore(home)) {
            assertThat(StoredFacts.keys(store)).containsExactly("k", RecountStore.SET_ASIDE);
            assertThat(store.takeProblems()).isEmpty();
        }
    }

    @Test
    void what_belongs_to_it_goes_with_it_under_a_name_that_is_free_for_all_of_it() throws IOException {
        Files.writeString(home.database(), "database");
        Files.writeString(beside("-wal"), "log");
        Files.writeString(beside("-journal"), "journal");
        Files.writeString(beside(".unreadable-1-wal"), "of another one, whose file somebody took");
        assertThat(new StoreRemains(home.database()).setAside()).isEqualTo(beside(".unreadable-2"));
        assertThat(beside(".unreadable-2")).hasContent("database");
        assertThat(beside(".unreadable-2-wal")).hasContent("log");
        assertThat(beside(".unreadable-2-journal")).hasContent("journal");
        assertThat(beside(".unreadable-1-wal")).hasContent("of another one, whose file somebody took");
    }

    @Test
    void a_log_whose_database_is_gone_is_kept_too() throws IOException {
        try (var store = new RecountStore(home)) {
            StoredFacts.put(store, "k");
            Folders.copy(home.folder(), folder.resolve("crashed"));
        }
        var crashed = RecountHome.at(folder.resolve("crashed"));
        var log = Files.readAllBytes(crashed.folder().resolve("recount.db-wal"));
        assertThat(log).isNotEmpty();
        Files.write(crashed.database(), new byte[0]);
        try (var store = new RecountStore(crashed)) {
            assertThat(StoredFacts.keys(store)).containsExactly(RecountStore.SET_ASIDE);
            assertThat(store.takeProblems()).extracting(Problem::code).containsExactly("STORE_SET_ASIDE");
        }
        assertThat(crashed.folder().resolve("recount.db.unreadable-1-wal")).hasBinaryContent(log);
    }

    @Test
    void a_log_that_a_crash_tore_is_used_up_to_the_last_whole_transaction() throws IOException {
        try (var store = new RecountStore(home)) {
            for (int i = 0; i < 6; i++) {
                StoredFacts.put(store, "k" + i);
            }
            Folders.copy(home.folder(), folder.resolve("crashed"));
        }
        var log = Files.readAllBytes(folder.resolve("crashed/recount.db-wal"));
        int most = 7;
        for (int length = log.length; length >= 0; length -= log.length / 24) {
            var place = Folders.copy(folder.resolve("crashed"), folder.resolve("torn-" + length));
            Files.deleteIfExists(place.resolve("recount.db-shm"));
            var torn = Arrays.copyOf(log, length);
            Files.write(place.resolve("recount.db-wal"), torn);
            try (var store = new RecountStore(RecountHome.at(place))) {
                var keys = StoredFacts.keys(store);
                assertThat(keys.size()).isLessThanOrEqualTo(most);
                most = keys.size();
                for (int i = 0; i < most; i++) {
                    assertThat(keys.get(i)).isEqualTo("k" + i);
                }
                assertThat(store.takeProblems()).isEmpty();
                StoredFacts.put(store, "z");
            }
        }
        assertThat(most).isZero();
    }

    @Test
    void a_journal_that_a_crash_left_is_rolled_back() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + home.database());
                var statement = connection.createStatement()) {
            // as in the moment in which a new file is made, before it gets its log
            statement.execute("PRAGMA journal_mode = DELETE");
            for (var sql : Migration.ALL.getFirst().statements()) {
                statement.execute(sql);
            }
            statement.execute("PRAGMA user_version = 1");
            statement.execute("INSERT INTO facts VALUES ('whole', 'v')");
            statement.execute("PRAGMA cache_size = 2");
            statement.execute("BEGIN IMMEDIATE");
            for (int i = 0; i < 60; i++) {
                statement.execute("INSERT INTO facts VALUES ('half%d', '%s')".formatted(i, "v".repeat(2_000)));
            }
            Folders.copy(home.folder(), folder.resolve("crashed"));
        }
        var crashed = RecountHome.at(folder.resolve("crashed"));
        assertThat(crashed.folder().resolve("recount.db-journal")).isNotEmptyFile();
        try (var store = new RecountStore(crashed)) {
            assertThat(StoredFacts.keys(store)).containsExactly("whole");
            assertThat(store.takeProblems()).isEmpty();
        }
    }

    private Path beside(String suffix) {
        return home.database().resolveSibling("recount.db" + suffix);
    }

    private void move(String... names) throws IOException {
        var moved = Files.createDirectories(folder.resolve("moved"));
        for (var name : names) {
            Files.move(home.folder().resolve(name), moved.resolve(name));
        }
    }
}
