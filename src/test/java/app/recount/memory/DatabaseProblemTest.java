package app.recount.memory;

import static app.recount.memory.MemoryFixture.memory;
import static app.recount.memory.MemoryFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.recount.faults.InChild;
import app.recount.faults.InChild.Surroundings;
import app.recount.problem.Action;
import app.recount.problem.ProblemException;
import app.recount.text.Texts;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that is no memory database, and every way to be a broken one, is a problem with a code of its own. */
class DatabaseProblemTest extends MemoryTest {

    private static final String MORNING = "2026-05-20T10:00:00Z";

    private Path file(byte[] bytes) throws IOException {
        return MemoryFixture.age(Files.write(folder.resolve("claude-mem.db"), bytes));
    }

    private String code(Path database) {
        return problem(database).code();
    }

    @Test
    void a_missing_file() {
        assertThat(code(folder.resolve("none.db"))).isEqualTo("DB_NOT_FOUND");
    }

    @Test
    void a_link_to_nothing() throws IOException {
        assertThat(code(Files.createSymbolicLink(folder.resolve("link.db"), folder.resolve("none.db"))))
                .isEqualTo("DB_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"circle", "circle/claude-mem.db"})
    void a_link_that_leads_in_a_circle_does_so_at_every_try(String name) throws IOException {
        Files.createSymbolicLink(folder.resolve("circle"), folder.resolve("circle"));

        var problem = problem(folder.resolve(name));

        assertThat(problem.code()).isEqualTo("DB_NOT_A_FILE");
        assertThat(new Texts().say(problem.sentences()))
                .contains("symbolic link")
                .doesNotContain("device");
        assertThat(problem.actions()).doesNotContain(Action.tryAgain());
    }

    @Test
    void a_folder() {
        assertThat(code(folder)).isEqualTo("DB_IS_DIRECTORY");
    }

    @Test
    @Timeout(20)
    void a_pipe_is_refused_without_waiting_for_its_writer() throws Exception {
        var pipe = folder.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        assertThat(code(pipe)).isEqualTo("DB_NOT_A_FILE");
    }

    @Test
    void a_device() {
        var device = Path.of("/dev/zero");
        assumeTrue(Files.exists(device));
        assertThat(code(device)).isEqualTo("DB_NOT_A_FILE");
    }

    @Test
    void an_empty_file() throws IOException {
        assertThat(code(file(new byte[0]))).isEqualTo("DB_EMPTY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "SQLite format 4", "just a text of some length, but no database"})
    void another_kind_of_file(String content) throws IOException {
        assertThat(code(Files.writeString(folder.resolve("claude-mem.db"), content)))
                .isEqualTo("DB_NOT_SQLITE");
    }

    @Test
    void a_file_of_zeros_is_not_called_encrypted() throws IOException {
        assertThat(code(file(new byte[8192]))).isEqualTo("DB_NOT_SQLITE");
    }

    @Test
    void whole_pages_of_random_bytes_look_encrypted() throws IOException {
        var bytes = new byte[16_384];
        new Random(1).nextBytes(bytes);
        assertThat(code(file(bytes))).isEqualTo("DB_ENCRYPTED");
    }

    @Test
    @InChild(Surroundings.PERMISSIONS_COUNT)
    void a_file_without_permission() throws IOException {
        var database = memory().session(MORNING).writeTo(folder);
        Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("-wx-wx-wx"));
        var problem = problem(database);
        assertThat(problem.code()).isEqualTo("DB_UNREADABLE");
        assertThat(problem.actions()).doesNotContain(Action.tryAgain());
    }

    @Test
    @InChild(Surroundings.PERMISSIONS_COUNT)
    void a_private_copy_without_permission_is_not_said_of_the_database() throws IOException {
        var database = memory().session(MORNING).writeTo(folder);
        Files.writeString(folder.resolve("claude-mem.db-wal"), "something that makes a private copy necessary");
        Files.setPosixFilePermissions(home.snapshots(), PosixFilePermissions.fromString("r-x------"));

        var said = new Texts().say(problem(database).sentences());

        assertThat(said).contains(home.snapshots().toString()).doesNotContain("no permission to read");
    }

    @Test
    void a_database_of_something_else() {
        var fixture = memory().then("CREATE TABLE other(x)");
        for (var table : SourceTable.values()) {
            fixture.withoutTable(table);
        }
        assertThat(code(fixture.writeTo(folder))).isEqualTo("DB_NOT_A_MEMORY");
    }

    @Test
    void tables_of_the_right_names_that_cannot_be_counted() {
        var fixture = memory();
        for (var table : SourceTable.values()) {
            fixture.table(table.tableName(), "id INTEGER PRIMARY KEY", "project TEXT");
        }
        assertThat(code(fixture.writeTo(folder))).isEqualTo("DB_NOT_A_MEMORY");
    }

    @Test
    void an_empty_memory_is_no_problem() {
        var activity = read(memory());
        assertThat(activity.rollups()).isEmpty();
        assertThat(activity.installDay()).isEmpty();
    }

    @Test
    void a_file_that_ends_in_its_header() throws IOException {
        var bytes = Files.readAllBytes(memory().session(MORNING).writeTo(folder));
        assertThat(code(file(Arrays.copyOf(bytes, 60)))).isEqualTo("DB_CORRUPT");
    }

    @Test
    void a_file_that_lost_its_end() throws IOException {
        var bytes = Files.readAllBytes(large().writeTo(folder));
        assertThat(code(file(Arrays.copyOf(bytes, bytes.length / 2)))).isEqualTo("DB_CORRUPT");
    }

    private static MemoryFixture large() {
        var fixture = memory().then("CREATE INDEX by_epoch ON observations(created_at_epoch)");
        for (int n = 0; n < 400; n++) {
            fixture.observation("2026-05-%02dT10:%02d:00Z".formatted(1 + n % 28, n % 60), text(n * 7));
        }
        return fixture.session("2026-05-01T10:00:00Z");
    }

    /** How a page can go bad on a disk. */
    enum Damage {
        ZEROED,
        RANDOM
    }

    /** Whether an index or a table lost a page, the result is a problem or what it would have been, never something in between. */
    @ParameterizedTest
    @EnumSource
    void a_damaged_page_is_never_a_smaller_preview(Damage damage) throws IOException {
        var database = large().writeTo(folder);
        var whole = Files.readAllBytes(database);
        var expected = read(database).rollups();
        int noticed = 0;
        for (int page = 1; page < whole.length / 4096; page++) {
            file(damaged(whole, page, damage));
            try {
                assertThat(read(database).rollups()).isEqualTo(expected);
            } catch (ProblemException e) {
                assertThat(e.problem().code()).isEqualTo("DB_CORRUPT");
                noticed++;
            }
        }
        assertThat(noticed).isPositive();
    }

    private static byte[] damaged(byte[] whole, int page, Damage damage) {
        var bytes = whole.clone();
        var from = page * 4096;
        switch (damage) {
            case ZEROED -> Arrays.fill(bytes, from, from + 4096, (byte) 0);
            case RANDOM -> {
                var noise = new byte[4096];
                new Random(page).nextBytes(noise);
                System.arraycopy(noise, 0, bytes, from, noise.length);
            }
        }
        return bytes;
    }

    @Test
    void a_table_that_lost_a_page_of_rows_and_is_whole_in_itself_is_noticed_by_its_index() throws IOException {
        var database = large().then("PRAGMA writable_schema = 1")
                .then(
                        "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'user_prompts')"
                                + " WHERE name = 'observations'")
                .writeTo(folder);
        assertThat(code(database)).isEqualTo("DB_CORRUPT");
    }

    @Test
    void a_full_disk_is_told_before_anything_is_copied() throws IOException {
        var database = memory().session(MORNING).writeTo(folder);
        Files.writeString(folder.resolve("claude-mem.db-wal"), "something that makes a private copy necessary");
        var free = Files.getFileStore(home.folder()).getUsableSpace();
        try (var file = new RandomAccessFile(database.toFile(), "rw")) {
            file.setLength(free + (1L << 30)); // sparse: it takes no space itself
        } catch (IOException e) {
            assumeTrue(false, "the file system keeps no sparse file of that size");
        }
        var problem = problem(database);
        assertThat(problem.code()).isEqualTo("DISK_FULL");
        assertThat(home.snapshots()).isEmptyDirectory();
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void every_problem_says_what_can_be_done() {
        for (var database : new Path[] {folder, folder.resolve("none.db")}) {
            var problem = problem(database);
            assertThat(new Texts().say(problem.message()))
                    .contains(database.toString())
                    .endsWith(".");
            assertThat(problem.actions()).isNotEmpty();
        }
    }
}
