package app.recount.generation;

import static app.recount.memory.MemoryFixture.memory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.recount.faults.InChild;
import app.recount.faults.InChild.Surroundings;
import app.recount.generation.TableMigration.Direction;
import app.recount.memory.MemoryFixture;
import app.recount.memory.MemoryReader;
import app.recount.memory.StatementWatch;
import app.recount.problem.ProblemException;
import app.recount.store.RecountHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a migration leaves that was killed, and what the next one makes of it, whatever that one has to do itself. */
class InterruptedMigrationTest extends GenerationTest {

    private static final List<String> LEFT = List.of(
            ".recount-migration.lock",
            "claude-mem.db.recount-backup-part",
            "claude-mem.db.recount-backup-part-journal");

    private List<String> listing() throws IOException {
        try (var files = Files.list(directory.path())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path beside(String name) {
        return directory.path().resolve(name);
    }

    private void leave() throws IOException {
        for (var name : LEFT) {
            Files.writeString(beside(name), "");
        }
    }

    private void writePlain() {
        write(memory().session("2026-05-01T10:00:00Z"));
    }

    @Test
    void all_of_it_goes_before_a_change_and_where_there_is_none_to_make() throws Exception {
        writePlain();
        leave();
        var copy = generation.table().run(directory, Direction.INSTALL).backup().orElseThrow();
        var names = List.of("claude-mem.db", copy.getFileName().toString());
        assertThat(listing()).isEqualTo(names);

        leave();
        generation.table().run(directory, Direction.INSTALL);
        assertThat(listing()).isEqualTo(names);
    }

    @Test
    void all_of_it_goes_where_the_change_is_refused() throws Exception {
        write(memory().withTurns());
        leave();

        assertThat(catchThrowableOfType(
                                ProblemException.class, () -> generation.table().run(directory, Direction.REMOVE))
                        .problem()
                        .code())
                .isEqualTo("TABLE_OTHER_SHAPE");
        assertThat(listing()).containsExactly("claude-mem.db");
    }

    @Test
    @InChild(Surroundings.PERMISSIONS_COUNT)
    void what_cannot_be_cleared_away_is_no_failure_where_nothing_is_to_be_done() throws Exception {
        writePlain();
        generation.table().run(directory, Direction.INSTALL);
        leave();
        var names = listing();
        Files.setPosixFilePermissions(directory.path(), PosixFilePermissions.fromString("r-x------"));
        try {
            var done = generation.table().run(directory, Direction.INSTALL);
            assertThat(done.plan().isNothingToDo()).isTrue();
            assertThat(listing()).isEqualTo(names);
        } finally {
            Files.setPosixFilePermissions(directory.path(), PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void a_copy_whose_change_never_came_goes() throws Exception {
        writePlain();
        Files.writeString(beside("claude-mem.db.recount-backup-install"), "a whole copy");

        var done = generation.table().run(directory, Direction.INSTALL);

        assertThat(listing())
                .containsExactly(
                        "claude-mem.db",
                        done.backup().orElseThrow().getFileName().toString());
        Files.writeString(beside("claude-mem.db.recount-backup-remove"), "a whole copy");
        assertThat(generation.table().run(directory, Direction.INSTALL).backup())
                .isEmpty();
        assertThat(listing()).hasSize(2);
    }

    @Test
    void a_copy_whose_change_was_made_is_named_by_the_next_one_and_once() throws Exception {
        writePlain();
        var copy = generation.table().run(directory, Direction.INSTALL).backup().orElseThrow();
        Files.move(copy, beside("claude-mem.db.recount-backup-install"));

        var next = generation.table().run(directory, Direction.INSTALL);

        assertThat(next.plan().isNothingToDo()).isTrue();
        assertThat(next.backup()).contains(copy);
        assertThat(listing())
                .containsExactly("claude-mem.db", copy.getFileName().toString());
        assertThat(generation.table().run(directory, Direction.INSTALL).backup())
                .isEmpty();
    }

    @Test
    void a_copy_stays_as_it_is_where_the_database_cannot_be_asked() throws Exception {
        Files.writeString(beside("claude-mem.db.recount-backup-install"), "a whole copy");

        assertThat(catchThrowableOfType(
                        ProblemException.class, () -> generation.table().run(directory, Direction.INSTALL)))
                .isNotNull();
        assertThat(listing()).containsExactly("claude-mem.db.recount-backup-install");
    }

    @Test
    void a_lock_that_cannot_be_taken_away_after_the_change_does_not_deny_the_change() throws Exception {
        writePlain();
        StatementWatch watch = (_, statement) -> {
            if (statement.sql().equals("COMMIT")) {
                putInTheWay(beside(".recount-migration.lock"));
            }
        };
        var reader = new MemoryReader(RecountHome.at(temporary.resolve("recount")), turns, List.of(), watch);

        var done = new TableMigration(reader, Clock.systemUTC()).run(directory, Direction.INSTALL);

        assertThat(done.backup().orElseThrow()).exists();
        try (var connection = MemoryFixture.connect(directory.database());
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM compression_events")) {
            assertThat(row.getInt(1)).isZero();
        }
    }

    private static void putInTheWay(Path lock) {
        try {
            Files.delete(lock);
            Files.createDirectories(lock.resolve("full"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
