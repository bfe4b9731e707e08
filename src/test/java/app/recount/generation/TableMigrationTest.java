package app.recount.generation;

import static app.recount.memory.MemoryFixture.memory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.recount.Await;
import app.recount.Promise;
import app.recount.Proves;
import app.recount.generation.TableMigration.Direction;
import app.recount.memory.MemoryFixture;
import app.recount.problem.ProblemException;
import app.recount.store.ProcessLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The only write that Recount ever makes to a memory database. */
class TableMigrationTest extends GenerationTest {

    private static final String SCHEMA_VERSIONS =
            "CREATE TABLE schema_versions (id INTEGER PRIMARY KEY, version INTEGER, applied_at TEXT)";

    private static MemoryFixture modern() {
        return memory().session("2026-05-01T10:00:00Z")
                .then(SCHEMA_VERSIONS)
                .then("INSERT INTO schema_versions (version, applied_at) VALUES (49, 'x')");
    }

    private List<String> listing() throws IOException {
        try (var files = Files.list(directory.path())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String ask(Path database, String sql) throws SQLException {
        try (var connection = MemoryFixture.connect(database);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }

    private String ask(String sql) throws SQLException {
        return ask(directory.database(), sql);
    }

    private String refusal(Direction direction) {
        return catchThrowableOfType(
                        ProblemException.class, () -> generation.table().run(directory, direction))
                .problem()
                .code();
    }

    @Test
    @Proves(Promise.ONE_MIGRATION)
    void looking_shows_the_exact_statements_and_changes_no_byte() throws IOException {
        write(modern());
        var before = Files.readAllBytes(directory.database());

        var plan = generation.table().plan(directory, Direction.INSTALL);

        assertThat(plan.statements()).hasSize(2);
        assertThat(plan.statements().getFirst()).startsWith("CREATE TABLE IF NOT EXISTS compression_events");
        assertThat(Files.readAllBytes(directory.database())).isEqualTo(before);
        assertThat(listing()).containsExactly("claude-mem.db");
    }

    @Test
    @Proves(Promise.ONE_MIGRATION)
    void installing_makes_the_table_beside_a_whole_copy_and_leaves_the_migrations_alone() throws Exception {
        write(modern());

        var done = generation.table().run(directory, Direction.INSTALL);

        assertThat(ask("SELECT count(*) FROM compression_events")).isEqualTo("0");
        assertThat(ask("SELECT sql FROM sqlite_schema WHERE type = 'index' AND name LIKE 'idx_comp%'"))
                .contains("created_at_epoch DESC");
        assertThat(ask("SELECT group_concat(version) FROM schema_versions")).isEqualTo("49");
        var backup = done.backup().orElseThrow();
        assertThat(ask(backup, "SELECT count(*) FROM sdk_sessions")).isEqualTo("1");
        assertThat(ask(backup, "SELECT count(*) FROM sqlite_schema WHERE name = 'compression_events'"))
                .isEqualTo("0");
        assertThat(listing())
                .containsExactly("claude-mem.db", backup.getFileName().toString());
    }

    @Test
    void installing_again_changes_nothing_and_copies_nothing() throws IOException {
        write(modern());
        generation.table().run(directory, Direction.INSTALL);
        var files = listing();
        var bytes = Files.readAllBytes(directory.database());

        var again = generation.table().run(directory, Direction.INSTALL);

        assertThat(again.plan().isNothingToDo()).isTrue();
        assertThat(again.backup()).isEmpty();
        assertThat(listing()).isEqualTo(files);
        assertThat(Files.readAllBytes(directory.database())).isEqualTo(bytes);
    }

    @Test
    void what_an_interrupted_one_left_is_cleared_away_by_the_next() throws Exception {
        write(modern());
        Files.writeString(directory.path().resolve("claude-mem.db.recount-backup-part"), "half a copy");
        Files.writeString(directory.path().resolve(".recount-migration.lock"), "");

        var done = generation.table().run(directory, Direction.INSTALL);

        assertThat(listing())
                .containsExactly(
                        "claude-mem.db",
                        done.backup().orElseThrow().getFileName().toString());
    }

    @Test
    void what_one_left_that_was_killed_with_its_change_made_is_cleared_away_although_nothing_is_to_be_done()
            throws Exception {
        write(modern());
        generation.table().run(directory, Direction.INSTALL);
        var files = listing();
        Files.writeString(directory.path().resolve("claude-mem.db.recount-backup-part"), "half a copy");
        Files.writeString(directory.path().resolve(".recount-migration.lock"), "");

        assertThat(generation.table().run(directory, Direction.INSTALL).plan().isNothingToDo())
                .isTrue();
        assertThat(listing()).isEqualTo(files);
    }

    @Test
    void another_one_at_work_is_not_disturbed_by_one_with_nothing_to_do() throws Exception {
        write(modern());
        generation.table().run(directory, Direction.INSTALL);
        var part = Files.writeString(directory.path().resolve("claude-mem.db.recount-backup-part"), "half a copy");

        try (var _ = ProcessLock.tryTakeAsGuest(directory.path().resolve(".recount-migration.lock"))
                .orElseThrow()) {
            generation.table().run(directory, Direction.INSTALL);
            assertThat(part).exists();
        }
    }

    @Test
    void the_table_is_removed_again_as_long_as_it_is_empty() throws Exception {
        write(modern());
        generation.table().run(directory, Direction.INSTALL);

        generation.table().run(directory, Direction.REMOVE);
        assertThat(ask("SELECT count(*) FROM sqlite_schema WHERE tbl_name = 'compression_events'"))
                .isEqualTo("0");

        assertThat(generation.table().run(directory, Direction.REMOVE).backup()).isEmpty();
    }

    @Test
    void a_table_with_a_row_is_not_removed() throws Exception {
        write(modern());
        generation.table().run(directory, Direction.INSTALL);
        try (var connection = MemoryFixture.connect(directory.database())) {
            execute(
                    connection,
                    "INSERT INTO compression_events(memory_session_id, turn, created_at_epoch) VALUES ('a', 1, 1)");
        }

        assertThat(refusal(Direction.REMOVE)).isEqualTo("TABLE_NOT_EMPTY");
        assertThat(ask("SELECT count(*) FROM compression_events")).isEqualTo("1");
    }

    @Test
    void a_table_of_somebody_else_is_left_alone() throws IOException {
        write(modern().withTurns().then("ALTER TABLE compression_events ADD COLUMN session_kind TEXT"));
        var before = Files.readAllBytes(directory.database());

        assertThat(generation.table().plan(directory, Direction.INSTALL).isNothingToDo())
                .isTrue();
        assertThat(refusal(Direction.REMOVE)).isEqualTo("TABLE_OTHER_SHAPE");
        assertThat(Files.readAllBytes(directory.database())).isEqualTo(before);
    }

    @Test
    void a_table_with_the_same_columns_that_others_made_is_left_alone() throws IOException {
        write(modern().withTurns());

        assertThat(generation.table().plan(directory, Direction.INSTALL).isNothingToDo())
                .isTrue();
        assertThat(refusal(Direction.REMOVE)).isEqualTo("TABLE_OTHER_SHAPE");
    }

    @Test
    void what_a_crashed_writer_left_is_not_touched_by_a_migration_that_fails() throws Exception {
        var elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        var origin = modern().journalMode("WAL").writeTo(elsewhere);
        var log = directory.path().resolve("claude-mem.db-wal");
        try (var connection = MemoryFixture.connect(origin)) {
            execute(connection, "PRAGMA wal_autocheckpoint = 0");
            execute(connection, "INSERT INTO user_prompts(created_at_epoch) VALUES (1)");
            Files.copy(origin, directory.database());
            Files.copy(elsewhere.resolve("claude-mem.db-wal"), log);
        }
        var before = Files.readAllBytes(directory.database());
        var logBefore = Files.readAllBytes(log);
        var obstacle = Files.createDirectories(directory.path().resolve("claude-mem.db.recount-backup-part/full"));

        assertThat(generation.table().plan(directory, Direction.INSTALL).isNothingToDo())
                .isFalse();
        assertThat(refusal(Direction.INSTALL)).isEqualTo("MIGRATION_FAILED");
        assertThat(Files.readAllBytes(directory.database())).isEqualTo(before);
        assertThat(Files.readAllBytes(log)).isEqualTo(logBefore);
        assertThat(listing())
                .containsExactly("claude-mem.db", "claude-mem.db-wal", "claude-mem.db.recount-backup-part");

        Files.delete(obstacle);
        var done = generation.table().run(directory, Direction.INSTALL);
        assertThat(ask(done.backup().orElseThrow(), "SELECT count(*) FROM user_prompts"))
                .isEqualTo("1");
        assertThat(ask("SELECT count(*) FROM user_prompts")).isEqualTo("1");
    }

    @Test
    void copies_are_never_overwritten() throws Exception {
        write(modern());
        var first =
                generation.table().run(directory, Direction.INSTALL).backup().orElseThrow();
        var bytes = Files.readAllBytes(first);

        var second =
                generation.table().run(directory, Direction.REMOVE).backup().orElseThrow();

        assertThat(second).isNotEqualTo(first);
        assertThat(Files.readAllBytes(first)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE compression_events(id INTEGER)",
                "CREATE VIEW compression_events AS SELECT 1 AS turn",
                "CREATE INDEX compression_events ON sdk_sessions(project)"
            })
    void another_thing_of_the_name_is_refused(String sql) throws IOException {
        write(modern().then(sql));
        var before = Files.readAllBytes(directory.database());

        assertThat(refusal(Direction.INSTALL)).isEqualTo("TABLE_OTHER_SHAPE");
        assertThat(Files.readAllBytes(directory.database())).isEqualTo(before);
    }

    @Test
    void a_newer_schema_than_is_known_is_refused() throws IOException {
        write(modern().then("INSERT INTO schema_versions (version, applied_at) VALUES (50, 'x')"));
        var before = Files.readAllBytes(directory.database());

        assertThat(refusal(Direction.INSTALL)).isEqualTo("MEMORY_NEWER");
        assertThat(Files.readAllBytes(directory.database())).isEqualTo(before);
        assertThat(listing()).containsExactly("claude-mem.db");
    }

    @Test
    void an_older_database_without_a_list_of_migrations_is_fine() throws Exception {
        write(memory().session("2026-05-01T10:00:00Z"));

        generation.table().run(directory, Direction.INSTALL);

        assertThat(ask("SELECT count(*) FROM compression_events")).isEqualTo("0");
    }

    @Test
    void a_missing_database_is_a_problem_and_is_not_made() throws IOException {
        assertThat(refusal(Direction.INSTALL)).isEqualTo("DB_NOT_FOUND");
        assertThat(listing()).isEmpty();
    }

    @Test
    void another_migration_at_the_same_time_is_told_of() throws Exception {
        write(modern());
        try (var _ = ProcessLock.tryTakeAsGuest(directory.path().resolve(".recount-migration.lock"))
                .orElseThrow()) {
            assertThat(refusal(Direction.INSTALL)).isEqualTo("MIGRATION_IN_PROGRESS");
        }
    }

    @Test
    void a_writer_that_goes_on_meanwhile_loses_no_row_and_sees_the_table_whole() throws Exception {
        write(modern().journalMode("WAL"));
        var stop = new AtomicBoolean();
        var written = new AtomicInteger();
        try (var writer = Executors.newSingleThreadExecutor()) {
            var writing = writer.submit(() -> {
                try (var connection = MemoryFixture.connect(directory.database())) {
                    execute(connection, "PRAGMA busy_timeout = 10000");
                    while (!stop.get()) {
                        execute(connection, "INSERT INTO user_prompts(created_at_epoch) VALUES (1)");
                        written.incrementAndGet();
                    }
                }
                return written.get();
            });
            Await.until(() -> written.get() >= 20);
            var done = generation.table().run(directory, Direction.INSTALL);
            int then = written.get();
            Await.until(() -> written.get() >= then + 20);
            stop.set(true);
            var all = String.valueOf(writing.get());
            assertThat(ask("SELECT count(*) FROM user_prompts")).isEqualTo(all);
            assertThat(Integer.parseInt(ask(done.backup().orElseThrow(), "SELECT count(*) FROM user_prompts")))
                    .isBetween(20, then);
        }
        assertThat(ask("PRAGMA integrity_check")).isEqualTo("ok");
        assertThat(ask("SELECT count(*) FROM compression_events")).isEqualTo("0");
    }

    @Test
    void a_writer_that_never_lets_go_is_told_of_and_nothing_was_changed() throws Exception {
        write(modern().journalMode("WAL"));
        try (var connection = MemoryFixture.connect(directory.database())) {
            execute(connection, "BEGIN IMMEDIATE");
            var impatient = new TableMigration(generation.reader(), Clock.systemUTC(), Duration.ofMillis(50));
            var refused =
                    catchThrowableOfType(ProblemException.class, () -> impatient.run(directory, Direction.INSTALL));
            assertThat(refused.problem().code()).isEqualTo("MEMORY_BUSY");
            assertThat(listing()).as("no copy piles up").noneMatch(name -> name.contains(".before-"));
            execute(connection, "ROLLBACK");
        }
        assertThat(ask("SELECT count(*) FROM sqlite_schema WHERE name = 'compression_events'"))
                .isEqualTo("0");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    @Proves(Promise.ONE_MIGRATION)
    void only_statements_about_the_one_table_are_ever_run() {
        assertThat(Stream.concat(CompressionTable.INSTALL.stream(), CompressionTable.REMOVE.stream()))
                .allMatch(sql -> sql.contains("compression_events"))
                .noneMatch(sql -> sql.contains("schema_versions"));
    }
}
