package app.recount.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.store.Settings.Theme;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Paints every page in both themes and two sizes into {@code target/pictures}, for people to look at. */
class PicturesTest {

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_activity_page_is_painted_in_both_sizes(Theme theme) {
        try (var window = Window.withMemory(home).theme(theme).open(1280, 800)) {
            window.picture("activity-" + theme);
            window.press("JSON").picture("activity-json-" + theme);
            window.press("Withheld").picture("activity-withheld-" + theme);
            window.press("Settings").picture("settings-" + theme);
        }
        try (var window = Window.withMemory(home).theme(theme).open(900, 600)) {
            window.picture("narrow-" + theme);
        }
        assertThat(Path.of("target/pictures/narrow-" + theme + ".png")).isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_empty_state_is_painted(Theme theme) {
        try (var window = Window.inFreshHome(home).theme(theme).open(1280, 800)) {
            window.picture("empty-" + theme);
        }
        assertThat(Path.of("target/pictures/empty-" + theme + ".png")).isNotEmptyFile();
    }
}
