package app.recount.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recount.faults.FullDisk;
import app.recount.faults.InChild;
import app.recount.faults.InChild.Surroundings;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.store.Settings.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings and recount.db where nothing can be written any more: the old content stays, and once there is room again it goes on. */
class FullDiskTest {

    @TempDir
    Path folder;

    private RecountHome home;

    @BeforeEach
    void make_a_home() {
        home = RecountHome.at(folder.resolve("home"));
    }

    @Test
    void settings_that_cannot_be_written_stay_as_they_were() throws IOException {
        var store = new SettingsStore(home);
        store.update(settings -> settings.withTheme(Theme.DARK));
        var before = Files.readAllBytes(home.settings());

        for (long limit : new long[] {0, 7, before.length - 1}) {
            try (var _ = FullDisk.beyond(limit)) {
                assertProblem("SETTINGS_NOT_WRITTEN", () -> store.update(settings -> settings.withTheme(Theme.LIGHT)));
            }
            assertThat(home.settings()).hasBinaryContent(before);
            assertThat(names()).containsExactlyInAnyOrder("settings.json", "settings.json.lock");
        }
        assertThat(store.current().theme()).isEqualTo(Theme.LIGHT);
        store.update(settings -> settings.withTheme(Theme.LIGHT));
        assertThat(new SettingsStore(home).current().theme()).isEqualTo(Theme.LIGHT);
    }

    @Test
    void settings_that_were_misunderstood_are_set_aside_and_told_even_then() throws IOException {
        Files.writeString(home.settings(), "{\"theme\": 7, \"of a newer version\": true}");
        var store = new SettingsStore(home);
        try (var _ = FullDisk.beyond(0)) {
            assertThat(store.current()).isEqualTo(Settings.defaults());
        }
        assertThat(store.takeProblems())
                .extracting(Problem::code)
                .containsExactly("SETTINGS_SET_ASIDE", "SETTINGS_NOT_WRITTEN");
        assertThat(folder.resolve("home/settings.json.unreadable-1"))
                .hasContent("{\"theme\": 7, \"of a newer version\": true}");
    }

    @Test
    @InChild(Surroundings.PERMISSIONS_COUNT)
    void a_home_that_became_read_only_is_told_and_nothing_changes() throws IOException {
        var settings = new SettingsStore(home);
        settings.update(now -> now.withTheme(Theme.DARK));
        var file = Files.readAllBytes(home.settings());
        var fresh = new RecountStore(home);
        Files.setPosixFilePermissions(home.folder(), PosixFilePermissions.fromString("r-x------"));
        try {
            assertProblem("SETTINGS_NOT_WRITTEN", () -> settings.update(now -> now.withTheme(Theme.LIGHT)));
            assertThat(new SettingsStore(home).current().theme()).isEqualTo(Theme.DARK);
            assertProblem("STORE_FAILED", () -> StoredFacts.put(fresh, "k"));
            assertProblem("HOME_NOT_WRITABLE", home::approved);
            assertProblem(
                    "HOME_NOT_WRITABLE", () -> RecountHome.at(home.folder().resolve("demo")));
        } finally {
            Files.setPosixFilePermissions(home.folder(), PosixFilePermissions.fromString("rwx------"));
        }
        assertThat(home.settings()).hasBinaryContent(file);
        StoredFacts.put(fresh, "k");
        assertThat(StoredFacts.keys(fresh)).containsExactly("k");
        fresh.close();
    }

    @Test
    @InChild(Surroundings.PERMISSIONS_COUNT)
    void a_store_whose_file_may_not_be_written_any_more_is_told() throws IOException {
        try (var store = new RecountStore(home)) {
            StoredFacts.put(store, "k");
        }
        Files.setPosixFilePermissions(home.database(), PosixFilePermissions.fromString("r--------"));
        try (var store = new RecountStore(home)) {
            assertProblem("STORE_FAILED", () -> StoredFacts.put(store, "l"));
        }
        Files.setPosixFilePermissions(home.database(), PosixFilePermissions.fromString("---------"));
        try (var store = new RecountStore(home)) {
            assertProblem("STORE_FAILED", () -> StoredFacts.put(store, "l"));
        }
        Files.setPosixFilePermissions(home.database(), PosixFilePermissions.fromString("rw-------"));
        try (var store = new RecountStore(home)) {
            assertThat(StoredFacts.keys(store)).containsExactly("k");
        }
    }

    @Test
    void a_store_that_cannot_grow_keeps_what_it_has_and_goes_on_when_there_is_room() throws IOException {
        try (var store = new RecountStore(home)) {
            StoredFacts.put(store, "a");
            for (long limit = 0; limit < 12_000; limit += 2_000) {
                try (var _ = FullDisk.beyond(limit)) {
                    assertProblem("STORE_FAILED", () -> StoredFacts.put(store, "b".repeat(20_000)));
                }
                assertThat(StoredFacts.keys(store)).containsExactly("a");
            }
            StoredFacts.put(store, "c");
        }
        try (var store = new RecountStore(home)) {
            assertThat(StoredFacts.keys(store)).containsExactly("a", "c");
        }
    }

    @Test
    void wherever_a_migration_runs_out_of_room_the_version_before_it_stays() throws IOException {
        for (long limit = 0; limit < 60_000; limit += 6_001) {
            var file = folder.resolve("at-" + limit);
            try (var store = new RecountStore(file, Migration.ALL.subList(0, 1))) {
                StoredFacts.put(store, "kept");
            }
            try (var _ = FullDisk.beyond(limit);
                    var store = new RecountStore(file, Migration.ALL)) {
                assertProblem("STORE_FAILED", () -> StoredFacts.put(store, "b".repeat(70_000)));
            }
            try (var store = new RecountStore(file, Migration.ALL)) {
                assertThat(StoredFacts.keys(store)).as("with %d bytes", limit).containsExactly("kept");
            }
            assertThat(file.resolveSibling(file.getFileName() + ".unreadable-1"))
                    .doesNotExist();
        }
    }

    @Test
    void a_store_that_was_set_aside_where_there_was_no_room_for_a_new_one_is_told_once_there_is() throws IOException {
        for (long limit = 0; limit < 60_000; limit += 12_001) {
            var file = folder.resolve("at-" + limit);
            Files.writeString(file, "no database".repeat(400));
            try (var store = new RecountStore(file, Migration.ALL)) {
                try (var _ = FullDisk.beyond(limit)) {
                    assertProblem("STORE_FAILED", () -> StoredFacts.put(store, "b".repeat(70_000)));
                }
            }
            try (var store = new RecountStore(file, Migration.ALL)) {
                StoredFacts.put(store, "k");
                assertThat(store.takeProblems())
                        .as("with %d bytes", limit)
                        .extracting(Problem::code)
                        .containsExactly("STORE_SET_ASIDE");
                assertThat(StoredFacts.keys(store)).containsExactly("k", RecountStore.SET_ASIDE);
            }
            assertThat(file.resolveSibling(file.getFileName() + ".unreadable-1"))
                    .hasContent("no database".repeat(400));
        }
    }

    /** The real thing, once: SQLite tells a full disk from other failures. */
    @Test
    @InChild(Surroundings.SMALL_DISK)
    void on_a_disk_that_is_really_full() throws IOException {
        var settings = new SettingsStore(home);
        settings.update(now -> now.withTheme(Theme.DARK));
        try (var store = new RecountStore(home)) {
            StoredFacts.put(store, "a");
            var filler = fill();
            assertProblem("SETTINGS_NOT_WRITTEN", () -> settings.update(now -> now.withTheme(Theme.LIGHT)));
            assertProblem("STORE_FAILED", () -> StoredFacts.put(store, "b".repeat(100_000)));
            assertThat(StoredFacts.keys(store)).containsExactly("a");
            var other = RecountHome.at(folder.resolve("other"));
            try (var fresh = new RecountStore(other)) {
                assertProblem("STORE_FAILED", () -> StoredFacts.put(fresh, "c"));
                Files.delete(filler);
                StoredFacts.put(fresh, "c");
                assertThat(StoredFacts.keys(fresh)).containsExactly("c");
            }
            StoredFacts.put(store, "d");
            assertThat(StoredFacts.keys(store)).containsExactly("a", "d");
        }
        assertThat(new SettingsStore(home).current().theme()).isEqualTo(Theme.DARK);
    }

    private Path fill() throws IOException {
        var filler = folder.resolve("filler");
        assertThatThrownBy(() -> {
                    try (var out = Files.newOutputStream(filler)) {
                        for (int i = 0; i < 16_384; i++) {
                            out.write(new byte[1024]);
                        }
                    }
                })
                .isInstanceOf(IOException.class);
        try (var out = Files.newOutputStream(filler, StandardOpenOption.APPEND)) {
            out.flush();
        }
        return filler;
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(home.folder())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static void assertProblem(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).as(e.toString()).isEqualTo(code));
    }
}
