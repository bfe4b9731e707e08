package app.recount.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.problem.Problem;
import app.recount.store.Settings.Theme;
import app.recount.store.WindowLayout.TableLayout;
import app.recount.store.WindowLayout.TableLayout.Column;
import app.recount.store.WindowLayout.TableLayout.SortKey;
import app.recount.store.WindowLayout.WindowPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsStoreTest {

    @TempDir
    Path folder;

    private RecountHome home;

    @BeforeEach
    void home() {
        home = RecountHome.at(folder);
    }

    @Test
    void a_first_start_has_defaults_and_writes_no_file() {
        assertThat(new SettingsStore(home).current()).isEqualTo(Settings.defaults());
        assertThat(home.settings()).doesNotExist();
    }

    @Test
    void everything_that_is_set_is_read_back_by_the_next_start() {
        var all = everything();

        new SettingsStore(home).update(before -> all);

        assertThat(new SettingsStore(home).current()).isEqualTo(all);
    }

    @Test
    void what_is_set_stands_in_the_file_flat_and_under_these_keys() throws IOException {
        new SettingsStore(home).update(before -> everything());

        assertThat(Files.readString(home.settings())).isEqualToIgnoringWhitespace("""
                {"theme": "dark", "scale": 125, "notifications": false, "recent_files": ["/somewhere/claude-mem.db"],
                 "data_directory": "/elsewhere", "host": "https://eu.i.posthog.com", "api_key": "phc_1",
                 "window": {"x": 10.0, "y": 20.0, "width": 1280.0, "height": 800.0, "maximized": true},
                 "mini": {"x": 900.0, "y": 30.0, "width": 420.0, "height": 180.0, "maximized": false},
                 "dividers": {"activity.inspector": 0.64},
                 "tables": {"activity.events": {
                     "columns": [{"id": "day", "width": 100.0, "visible": true}],
                     "order": [{"column": "day", "ascending": false}]}}}
                """);
    }

    @Test
    void the_scale_is_known_before_anything_else_is() throws IOException {
        assertThat(new SettingsStore(home).scale()).isEmpty();
        write("{\"theme\": \"dark\"}");
        assertThat(new SettingsStore(home).scale()).isEmpty();
        write("{\"theme\": \"dark\", \"scale\": 150}");
        assertThat(new SettingsStore(home).scale()).contains(150);
    }

    @ParameterizedTest
    @ValueSource(strings = {"49", "401", "150.5", "\"150\"", "1e999999999", "null"})
    void a_scale_that_is_none_is_told_of_and_not_taken(String value) throws IOException {
        write("{\"scale\": " + value + "}");
        var store = new SettingsStore(home);

        assertThat(store.scale()).isEmpty();

        assertThat(store.takeProblems()).extracting(Problem::code).containsExactly("SETTINGS_SET_ASIDE");
        assertThat(Files.readString(home.settings())).doesNotContain("scale");
    }

    @Test
    void half_files_of_one_that_was_killed_go_with_the_next_change_and_not_by_reading() throws IOException {
        write("{\"theme\": \"dark\"}");
        var half = Files.writeString(folder.resolve(".settings.json.3f2b1c9e-7a64-4d0b-9b58-0c2f5e8a1d77.tmp"), "{");
        var store = new SettingsStore(home);
        assertThat(store.current().theme()).isEqualTo(Theme.DARK);
        assertThat(half).exists();

        store.update(settings -> settings.withTheme(Theme.LIGHT));

        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("settings.json", "settings.json.lock");
    }

    @Test
    void what_was_misunderstood_is_written_anew_with_the_lock_alone() throws IOException {
        write("{\"theme\": 7}");
        try (var _ = ProcessLock.take(folder.resolve("settings.json.lock"), Duration.ZERO)) {
            var store = new SettingsStore(home);
            assertThat(store.current()).isEqualTo(Settings.defaults());
            assertThat(store.takeProblems()).extracting(Problem::code).containsExactly("SETTINGS_SET_ASIDE");
            assertThat(home.settings()).doesNotExist();
        }
    }

    @Test
    void keys_of_another_version_survive_an_update() throws IOException {
        write("{\"theme\": \"dark\", \"prices\": {\"sonnet\": 3}}");

        new SettingsStore(home)
                .update(settings -> settings.withOwn(own -> own.withHost(Optional.of("https://eu.i.posthog.com"))));

        assertThat(Files.readString(home.settings()))
                .contains(
                        "\"prices\"",
                        "\"sonnet\" : 3",
                        "\"theme\" : \"dark\"",
                        "\"host\" : \"https://eu.i.posthog.com\"");
    }

    @Test
    void what_another_window_wrote_meanwhile_is_not_undone() {
        var one = new SettingsStore(home);
        var other = new SettingsStore(home);
        one.current();
        other.update(settings -> settings.withTheme(Theme.LIGHT));

        var merged = one.update(settings -> settings.withOwn(own -> own.withHost(Optional.of("https://example.org"))));

        assertThat(merged.theme()).isEqualTo(Theme.LIGHT);
        assertThat(merged.own().host()).contains("https://example.org");
    }

    @Test
    void a_file_that_is_no_json_is_set_aside_with_its_bytes_and_reported_once() throws IOException {
        write("{ not json");
        var store = new SettingsStore(home);

        assertThat(store.current()).isEqualTo(Settings.defaults());

        assertThat(folder.resolve("settings.json.unreadable-1")).hasContent("{ not json");
        assertThat(store.takeProblems()).extracting(Problem::code).containsExactly("SETTINGS_SET_ASIDE");
        assertThat(store.takeProblems()).isEmpty();
    }

    @Test
    void a_value_of_the_wrong_kind_sets_the_file_aside_and_keeps_what_was_understood() throws IOException {
        write("{\"theme\": 7, \"host\": \"https://example.org\", \"unknown\": true}");
        var store = new SettingsStore(home);

        assertThat(store.current().theme()).isEqualTo(Theme.SYSTEM);
        assertThat(store.current().own().host()).contains("https://example.org");
        assertThat(folder.resolve("settings.json.unreadable-1")).content().contains("\"theme\": 7");
        assertThat(new SettingsStore(home).current().own().host()).contains("https://example.org");
        assertThat(Files.readString(home.settings())).contains("\"unknown\" : true");
    }

    @Test
    void notifications_that_are_neither_on_nor_off_are_on_and_the_file_is_set_aside() throws IOException {
        write("{\"notifications\": \"never\", \"theme\": \"dark\"}");
        var store = new SettingsStore(home);

        assertThat(store.current()).isEqualTo(Settings.defaults().withTheme(Theme.DARK));
        assertThat(store.takeProblems()).extracting(Problem::code).containsExactly("SETTINGS_SET_ASIDE");
    }

    @Test
    void a_file_of_an_older_version_has_notifications_on() throws IOException {
        write("{\"theme\": \"dark\"}");
        var store = new SettingsStore(home);

        assertThat(store.current().notifications()).isTrue();
        assertThat(store.takeProblems()).isEmpty();
    }

    @Test
    void a_file_that_cannot_be_read_is_never_overwritten() throws IOException {
        // a folder of that name cannot be read as a file, whoever asks
        Files.createDirectory(home.settings());
        Files.writeString(home.settings().resolve("inside"), "kept");
        var store = new SettingsStore(home);

        var changed = store.update(settings -> settings.withTheme(Theme.DARK));

        assertThat(changed.theme()).isEqualTo(Theme.DARK);
        assertThat(store.current().theme()).isEqualTo(Theme.DARK);
        assertThat(home.settings().resolve("inside")).hasContent("kept");
        assertThat(store.takeProblems()).extracting(Problem::code).contains("SETTINGS_UNREADABLE");
    }

    @Test
    void only_ten_recent_files_are_kept_newest_first_and_none_twice() {
        var settings = Settings.defaults();
        for (int i : IntStream.rangeClosed(1, 12).toArray()) {
            settings = settings.withRecentFile(Path.of("/db-" + i));
        }
        settings = settings.withRecentFile(Path.of("/db-5"));

        assertThat(settings.recentFiles()).hasSize(10).startsWith(Path.of("/db-5"), Path.of("/db-12"));
        assertThat(settings.recentFiles()).doesNotHaveDuplicates();
    }

    private static Settings everything() {
        return Settings.defaults()
                .withTheme(Theme.DARK)
                .withScale(Optional.of(125))
                .withNotifications(false)
                .withRecentFile(Path.of("/somewhere/claude-mem.db"))
                .withOwn(own -> own.withDataDirectory(Optional.of(Path.of("/elsewhere")))
                        .withHost(Optional.of("https://eu.i.posthog.com"))
                        .withApiKey(Optional.of("phc_1")))
                .withLayout(layout -> layout.withWindow(new WindowPlace(10, 20, 1280, 800, true))
                        .withMini(new WindowPlace(900, 30, 420, 180, false))
                        .withDivider("activity.inspector", 0.64)
                        .withTable(
                                "activity.events",
                                new TableLayout(
                                        List.of(new Column("day", 100, true)), List.of(new SortKey("day", false)))));
    }

    private void write(String text) throws IOException {
        Files.writeString(home.settings(), text);
    }
}
