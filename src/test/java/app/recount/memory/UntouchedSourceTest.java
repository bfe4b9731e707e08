package app.recount.memory;

import static app.recount.memory.Finding.Code.BEING_WRITTEN;
import static app.recount.memory.MemoryFixture.connect;
import static app.recount.memory.MemoryFixture.memory;
import static app.recount.memory.MemoryFixture.millis;
import static app.recount.memory.MemoryFixture.text;
import static app.recount.memory.RollupMetric.OBSERVATION_COUNT;
import static app.recount.memory.RollupMetric.PROMPT_COUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recount.Promise;
import app.recount.Proves;
import app.recount.store.Progress;
import app.recount.text.Wording;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading changes nothing and leaves nothing, and sees what a log or a journal holds. */
@Proves(Promise.UNTOUCHED)
class UntouchedSourceTest extends MemoryTest {

    private static final String DAY = "2026-05-20";
    private static final String MORNING = DAY + "T10:00:00Z";

    /** Names, times and bytes of everything in the database's folder. */
    private record FileContent(FileTime modified, int hash, long size) {}

    private Map<String, FileContent> listing() throws IOException {
        var listing = new TreeMap<String, FileContent>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                listing.put(
                        file.getFileName().toString(),
                        new FileContent(
                                Files.getLastModifiedTime(file),
                                Arrays.hashCode(Files.readAllBytes(file)),
                                Files.size(file)));
            }
        }
        return listing;
    }

    private Activity readUntouched(Path database) throws IOException {
        var before = listing();
        var activity = read(database);
        assertThat(listing()).isEqualTo(before);
        assertThat(home.snapshots()).isEmptyDirectory();
        return activity;
    }

    /** A closed database in WAL mode plus observations that stand in its log alone, as after a writer that was killed. */
    private Path withLog(int observations) throws SQLException, IOException {
        var aside = Files.createDirectory(temporary.resolve("aside"));
        var written = memory().journalMode("WAL").session(MORNING).writeTo(aside);
        try (var writer = connect(written)) {
            run(writer, "PRAGMA wal_autocheckpoint = 0");
            observe(writer, observations);
            for (var suffix : new String[] {"", "-wal"}) {
                Files.copy(Path.of(written + suffix), folder.resolve("claude-mem.db" + suffix));
            }
        }
        return folder.resolve("claude-mem.db");
    }

    private static void observe(Connection writer, int count) throws SQLException {
        run(writer, """
                INSERT INTO observations(created_at_epoch, text)
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT %d)
                SELECT %d, '%s' FROM n
                """.formatted(count, millis(MORNING), text(300)));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "WAL", "PERSIST"})
    void a_database_that_nobody_writes_is_read_in_place(String journalMode) throws IOException {
        var activity = readUntouched(memory().journalMode(journalMode)
                .session(MORNING)
                .observation(MORNING)
                .writeTo(folder));
        assertThat(activity.readMode())
                .isEqualTo(journalMode.equals("PERSIST") ? ReadMode.SNAPSHOT : ReadMode.IMMUTABLE);
        assertThat(rollup(activity, DAY)).containsEntry(OBSERVATION_COUNT, number(1));
    }

    @Test
    void rows_that_stand_in_the_log_alone_are_seen() throws Exception {
        var activity = readUntouched(withLog(7));
        assertThat(activity.readMode()).isEqualTo(ReadMode.SNAPSHOT);
        assertThat(rollup(activity, DAY)).containsEntry(OBSERVATION_COUNT, number(7));
        assertThat(count(activity, BEING_WRITTEN)).isEqualTo(1);
    }

    @Test
    void an_empty_log_needs_no_copy() throws IOException {
        var database = memory().journalMode("WAL").session(MORNING).writeTo(folder);
        Files.createFile(folder.resolve("claude-mem.db-wal"));
        assertThat(readUntouched(database).readMode()).isEqualTo(ReadMode.IMMUTABLE);
    }

    @Test
    void a_log_with_a_torn_end_counts_up_to_its_last_whole_commit() throws Exception {
        var database = withLog(7);
        var log = folder.resolve("claude-mem.db-wal");
        try (var channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 100);
        }
        assertThat(rollup(readUntouched(database), DAY)).doesNotContainKey(OBSERVATION_COUNT);
    }

    @Test
    void a_database_that_is_open_in_a_worker_is_read_with_all_that_was_committed() throws Exception {
        var database = memory().journalMode("WAL").session(MORNING).writeTo(folder);
        try (var writer = connect(database)) {
            observe(writer, 5);
            run(writer, "BEGIN");
            observe(writer, 1000);
            assertThat(rollup(readUntouched(database), DAY)).containsEntry(OBSERVATION_COUNT, number(5));
            run(writer, "ROLLBACK");
        }
    }

    @Test
    void what_a_crash_left_half_written_is_rolled_back_in_the_copy_alone() throws Exception {
        var aside = Files.createDirectory(temporary.resolve("aside"));
        var written = memory().session(MORNING).observation(MORNING).writeTo(aside);
        try (var writer = connect(written)) {
            run(writer, "PRAGMA cache_size = 5");
            run(writer, "PRAGMA cache_spill = 5");
            run(writer, "BEGIN IMMEDIATE");
            observe(writer, 3000); // more than the cache holds, so pages are written before the commit
            for (var suffix : new String[] {"", "-journal"}) {
                Files.copy(Path.of(written + suffix), folder.resolve("claude-mem.db" + suffix));
            }
            run(writer, "ROLLBACK");
        }
        assertThat(folder.resolve("claude-mem.db-journal")).isNotEmptyFile();
        assertThat(Files.size(folder.resolve("claude-mem.db"))).isGreaterThan(Files.size(written));
        var activity = readUntouched(folder.resolve("claude-mem.db"));
        assertThat(activity.readMode()).isEqualTo(ReadMode.SNAPSHOT);
        assertThat(rollup(activity, DAY)).containsEntry(OBSERVATION_COUNT, number(1));
    }

    @Test
    void a_link_leads_to_the_log_beside_the_real_file() throws Exception {
        var database = withLog(3);
        var link = Files.createSymbolicLink(temporary.resolve("link.db"), database);
        var activity = readUntouched(link);
        assertThat(rollup(activity, DAY)).containsEntry(OBSERVATION_COUNT, number(3));
        assertThat(activity.database()).isEqualTo(link);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "what?mode=rwc", "50%20off", "c#", "schön 記憶", "it's \"quoted\"", "x&immutable=0"})
    void a_name_may_hold_anything(String name) throws Exception {
        var odd = Files.createDirectory(folder.resolve(name));
        var plain = memory().session(MORNING).observation(MORNING).writeTo(odd);
        var database = Files.move(plain, odd.resolve(name + ".db"));
        assertThat(rollup(read(database), DAY)).containsEntry(OBSERVATION_COUNT, number(1));
        assertThat(odd).isDirectoryContaining(database::equals);
        try (var files = Files.list(odd)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void a_folder_that_cannot_be_written_to_is_no_hindrance() throws Exception {
        var database = withLog(3);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("r--r--r--"));
        try {
            assertThat(rollup(readUntouched(database), DAY)).containsEntry(OBSERVATION_COUNT, number(3));
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    @Proves(Promise.READABLE_BY_YOU)
    void only_the_user_may_read_the_private_copy() throws Exception {
        var database = withLog(3);
        var seen = new AtomicReference<Map<String, String>>(Map.of());
        new MemoryReader(home).read(database, NOW, new Progress() {
            @Override
            public void report(Wording step, double fraction) {
                if (step.toString().startsWith("step.counting")) {
                    seen.set(permissions());
                }
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        });
        assertThat(seen.get())
                .containsKeys("memory.db", "memory.db-wal")
                .allSatisfy((name, permissions) -> assertThat(permissions).endsWith("------"));
    }

    private Map<String, String> permissions() {
        var permissions = new TreeMap<String, String>();
        try (var files = Files.walk(home.snapshots())) {
            for (var file : files.toList()) {
                permissions.put(
                        file.getFileName().toString(),
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return permissions;
    }

    @ParameterizedTest
    @ValueSource(strings = {"step.copying", "step.counting[observations]"})
    void a_reading_that_nobody_wants_any_more_ends_and_leaves_nothing(String step) throws Exception {
        var database = withLog(30_000);
        var before = listing();
        var progress = new Progress() {
            private boolean cancelled;

            @Override
            public void report(Wording name, double fraction) {
                cancelled |= name.toString().equals(step);
            }

            @Override
            public boolean isCancelled() {
                return cancelled;
            }
        };
        assertThatThrownBy(() -> new MemoryReader(home).read(database, NOW, progress))
                .isInstanceOf(CancellationException.class);
        assertThat(home.snapshots()).isEmptyDirectory();
        assertThat(listing()).isEqualTo(before);
    }

    @Test
    void a_file_that_vanishes_between_two_looks_is_told() throws Exception {
        var database = memory().session(MORNING).prompt(MORNING).writeTo(folder);
        assertThat(rollup(read(database), DAY)).containsEntry(PROMPT_COUNT, number(1));
        var gone = MemoryDatabase.at(database);
        Files.delete(database);
        assertThatThrownBy(() -> Fingerprint.of(gone)).isInstanceOf(IOException.class);
        assertThat(problem(database).code()).isEqualTo("DB_NOT_FOUND");
    }

    @Test
    void a_watch_sees_a_change_of_the_database_or_of_its_log() throws Exception {
        var database = memory().journalMode("WAL").session(MORNING).writeTo(folder);
        var watch = new MemoryWatch(read(database));
        assertThat(watch.hasChanged()).isFalse();
        try (var writer = connect(database)) {
            observe(writer, 1);
            assertThat(watch.hasChanged()).isTrue();
            var second = new MemoryWatch(read(database));
            assertThat(second.hasChanged()).isFalse();
            observe(writer, 1);
            assertThat(second.hasChanged()).isTrue();
        }
        Files.delete(database);
        assertThat(watch.hasChanged()).isTrue();
    }
}
