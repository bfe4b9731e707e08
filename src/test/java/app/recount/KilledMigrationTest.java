package app.recount;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.faults.Points;
import app.recount.generation.CompressionStore;
import app.recount.generation.Generation;
import app.recount.generation.TableMigration.Direction;
import app.recount.memory.MemoryFixture;
import app.recount.memory.MemoryReader;
import app.recount.store.DataDirectory;
import app.recount.store.Environment;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real process dies in the middle of making the table, while somebody else is writing. */
class KilledMigrationTest {

    private static final long PATIENCE = Duration.ofMinutes(1).toNanos();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {".recount-migration.lock", ".recount-backup-part", ".recount-backup-install"})
    void a_migration_that_was_killed_has_changed_nothing_and_can_be_repeated(String sign) throws Exception {
        var memory = Files.createDirectory(folder.resolve("memory"));
        MemoryFixture.memory()
                .session("2026-05-01T10:00:00Z")
                .journalMode("WAL")
                .writeTo(memory);
        var database = memory.resolve("claude-mem.db");
        try (var writer = MemoryFixture.connect(database);
                var statement = writer.createStatement()) {
            statement.execute("BEGIN IMMEDIATE"); // so that the process gets as far as its copy, and waits
            statement.execute("INSERT INTO user_prompts(created_at_epoch) VALUES (1)");
            var process = start(memory);
            await(sign, memory, process);
            process.destroyForcibly().waitFor();
            statement.execute("COMMIT");
        }
        assertThat(ask(database, "SELECT count(*) FROM sqlite_schema WHERE tbl_name = 'compression_events'"))
                .isEqualTo("0");
        assertThat(ask(database, "PRAGMA integrity_check")).isEqualTo("ok");

        install(memory);

        assertThat(ask(database, "SELECT count(*) FROM compression_events")).isEqualTo("0");
        assertThat(ask(database, "SELECT count(*) FROM user_prompts")).isEqualTo("1");
        assertOneCopyAndNothingElse(memory);
    }

    /** However often it was tried: the copies of changes that did not come are gone. */
    private static void assertOneCopyAndNothingElse(Path memory) {
        assertThat(memory.toFile().list())
                .filteredOn(name -> name.contains(".before-"))
                .hasSize(1);
        assertThat(memory.toFile().list()).noneMatch(name -> name.contains(".recount"));
    }

    @Test
    @Tag("stress")
    void wherever_it_is_killed() throws Exception {
        var duration = new AtomicLong(1_000_000_000);
        Points.many("killed while making the table").each((_, random) -> {
            var place = Files.createTempDirectory(folder, "at");
            MemoryFixture.memory()
                    .session("2026-05-01T10:00:00Z")
                    .journalMode("WAL")
                    .writeTo(place);
            var database = place.resolve("claude-mem.db");
            var process = start(place);
            LockSupport.parkNanos(random.nextLong(duration.get()));
            boolean ended = !process.isAlive();
            process.destroyForcibly().waitFor();
            duration.set(ended ? duration.get() * 9 / 10 : duration.get() * 11 / 10);
            assertThat(ask(database, "PRAGMA integrity_check")).isEqualTo("ok");
            assertThat(ask(database, "SELECT count(*) FROM sdk_sessions")).isEqualTo("1");

            install(place);

            assertThat(ask(database, "SELECT count(*) FROM compression_events")).isEqualTo("0");
            assertOneCopyAndNothingElse(place);
        });
    }

    /** A file that lives shortly may be missed; then it is the moment at which the process waits. */
    private static void await(String sign, Path memory, Process process) throws IOException {
        long deadline = System.nanoTime() + PATIENCE;
        while (true) {
            try (var files = Files.list(memory)) {
                if (files.anyMatch(file ->
                        file.toString().contains(sign) || file.toString().contains(".recount-backup-install"))) {
                    return;
                }
            }
            assertThat(process.isAlive() && System.nanoTime() < deadline)
                    .as("it got as far as %s", sign)
                    .isTrue();
            Thread.onSpinWait();
        }
    }

    private void install(Path memory) {
        var environment = new Environment(Map.of(), folder, "linux");
        var home = RecountHome.at(folder.resolve("recount"));
        try (var store = new RecountStore(home)) {
            var turns = new CompressionStore(store);
            var generation =
                    Generation.with(environment, Clock.systemUTC(), store, turns, new MemoryReader(home, turns), () -> {
                        throw new AssertionError("a migration needs no prices");
                    });
            generation.table().run(DataDirectory.locate(environment, Optional.of(memory)), Direction.INSTALL);
        }
    }

    private Process start(Path memory) throws IOException {
        var builder = JavaProcess.of(Recount.class, "generation", "install-table", "--yes");
        builder.environment().put("RECOUNT_HOME", folder.resolve("recount").toString());
        builder.environment().put("CLAUDE_MEM_DATA_DIR", memory.toString());
        builder.environment().put("HOME", folder.toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.out").toFile())
                .start();
    }

    private static String ask(Path database, String sql) throws SQLException {
        try (var connection = MemoryFixture.connect(database);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }
}
