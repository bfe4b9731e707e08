package app.recount.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.store.Settings.Theme;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Dimension2D;
import javafx.scene.control.TableView;
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
            window.press("Withheld")
                    .await(() -> !window.lookup(".withheld-section").isEmpty());
            window.picture("activity-withheld-" + theme);
            window.press("Settings").picture("settings-" + theme);
        }
        try (var window = Window.withMemory(home).theme(theme).open(900, 600)) {
            window.picture("narrow-" + theme);
        }
        assertThat(Path.of("target/pictures/narrow-" + theme + ".png")).isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void how_a_value_was_counted_is_painted_in_both_sizes(Theme theme) {
        for (var size : List.of(new Dimension2D(1280, 800), new Dimension2D(900, 600))) {
            try (var window = Window.withMemory(home).theme(theme).open(size.getWidth(), size.getHeight())) {
                window.press("How it was counted, and the query")
                        .await(() -> !window.lookup(".explanation .query").isEmpty());
                window.picture("activity-explained-%.0f-%s".formatted(size.getWidth(), theme));
            }
        }
        assertThat(Path.of("target/pictures/activity-explained-900-" + theme + ".png"))
                .isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_empty_state_is_painted(Theme theme) {
        try (var window = Window.inFreshHome(home).theme(theme).open(1280, 800)) {
            window.picture("empty-" + theme);
        }
        assertThat(Path.of("target/pictures/empty-" + theme + ".png")).isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_sessions_page_is_painted_in_both_sizes(Theme theme) {
        for (var size : List.of(new Dimension2D(1280, 800), new Dimension2D(900, 600))) {
            try (var window = Window.inFreshHome(home).theme(theme).open(size.getWidth(), size.getHeight())) {
                window.await(() -> !window.lookup(".empty-demo").isEmpty());
                window.press("Explore with demo data");
                window.await(() -> !window.lookup(".day-chart .bar").isEmpty());
                window.page("Sessions");
                window.await(() -> window.lookup("#sessions").stream()
                        .anyMatch(table -> ((TableView<?>) table).getItems().size() > 20));
                var table = (TableView<?>) window.one("#sessions");
                Window.onWindow(() -> {
                    table.getSelectionModel().select(1);
                    return true;
                });
                window.await(() -> !window.lookup(".calls-chart .bar").isEmpty());
                window.picture("sessions-window-%.0f-%s".formatted(size.getWidth(), theme));
            }
        }
        assertThat(Path.of("target/pictures/sessions-window-900-" + theme + ".png"))
                .isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_cost_page_is_painted_in_both_sizes(Theme theme) {
        for (var size : List.of(new Dimension2D(1280, 800), new Dimension2D(900, 600))) {
            try (var window = Window.withMemory(home).theme(theme).open(size.getWidth(), size.getHeight())) {
                var name = "cost-%s-%.0f-" + theme;
                window.page("Cost")
                        .await(() -> !window.lookup(".cost-chart .bar").isEmpty());
                window.picture(name.formatted("window", size.getWidth()));
                window.press("Over time").press("Cumulated");
                window.picture(name.formatted("cumulated", size.getWidth()));
                window.press("Cumulated").press("Day").press("Where figures come from");
                window.picture(name.formatted("days", size.getWidth()));
            }
        }
        assertThat(Path.of("target/pictures/cost-days-900-" + theme + ".png")).isNotEmptyFile();
    }
}
