package app.recount.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.store.Settings.Theme;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Walks the window as a user would, with pointer and keyboard. */
class WindowJourneysTest {

    private final FxRobot robot = new FxRobot();

    @TempDir
    Path home;

    @Test
    void somebody_without_claude_mem_explores_demo_data_and_leaves_nothing_outside_recounts_folder() {
        try (var window = Window.inFreshHome(home).open(980, 760)) {
            robot.clickOn(window.labelled("Explore with demo data"));

            window.await(() -> !window.lookup(".day-chart .bar").isEmpty());

            assertThat(window.labelled("per 2 UTC days"))
                    .as("more days than bars can be told apart")
                    .isNotNull();
            assertThat(table(window).getItems()).hasSizeGreaterThan(100);
            assertThat(home).isDirectoryNotContaining("glob:**/.claude-mem");
        }
    }

    @Test
    void arrow_keys_choose_in_the_settings_what_holds_then() {
        try (var window = Window.inFreshHome(home).theme(Theme.LIGHT).open(980, 760)) {
            window.page("Settings");
            focus(window.labelled("Light"));
            robot.push(KeyCode.RIGHT);

            window.await(() -> window.scene().getPreferences().getColorScheme() == ColorScheme.DARK);
            assertThat(window.labelled("Dark").isFocusVisible()).isTrue();
        }
    }

    @Test
    void arrow_keys_lead_along_the_rail_and_only_enter_shows_another_page() {
        try (var window = Window.inFreshHome(home).open(980, 760)) {
            window.page("Cost");
            focus(railItem(window, "Cost"));
            robot.push(KeyCode.DOWN).push(KeyCode.DOWN);

            var settings = railItem(window, "Settings");
            window.await(settings::isFocusVisible);
            assertThat(railItem(window, "Cost").isSelected()).isTrue();
            assertThat(settings.isSelected()).isFalse();

            robot.push(KeyCode.ENTER);
            window.await(
                    () -> settings.isSelected() && !railItem(window, "Cost").isSelected());
            window.labelled("Find it automatically");
        }
    }

    @Test
    void the_keyboard_begins_in_the_page_that_it_asked_for() {
        try (var window = Window.inFreshHome(home).open(980, 760)) {
            robot.clickOn(window.labelled("Explore with demo data"));
            window.await(() -> !window.lookup(".day-chart .bar").isEmpty());
            for (var page : List.of(KeyCode.DIGIT6, KeyCode.DIGIT5, KeyCode.DIGIT4, KeyCode.DIGIT3, KeyCode.DIGIT2)) {
                focus(railItem(window, "Activity"));
                robot.push(KeyCode.CONTROL, page);
                window.await(() -> !isInRail(window.scene().getFocusOwner()));
                if (page == KeyCode.DIGIT6) {
                    assertThat(FxThread.call(() -> window.scene().getFocusOwner()))
                            .isInstanceOf(TableView.class);
                }
            }
        }
    }

    private static boolean isInRail(@Nullable Node node) {
        return node == null
                || Stream.iterate(node, each -> each != null, Node::getParent)
                        .anyMatch(each -> each.getStyleClass().contains("rail"));
    }

    private static ToggleButton railItem(Window window, String name) {
        return window.lookup(".rail-item").stream()
                .map(ToggleButton.class::cast)
                .filter(item -> item.getAccessibleText().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static void focus(Node node) {
        FxThread.call(() -> {
            node.requestFocus();
            return true;
        });
    }

    @Test
    void a_theme_is_followed_as_long_as_the_window_stands() {
        try (var window = Window.inFreshHome(home).theme(Theme.LIGHT).open(980, 760)) {
            var once = new WeakReference<>(new Object());
            window.await(() -> {
                System.gc(); // what nobody holds is gone now
                return once.refersTo(null);
            });

            window.choose("View", "Theme", "Dark")
                    .await(() -> window.scene().getPreferences().getColorScheme() == ColorScheme.DARK);

            window.choose("View", "Theme", "Light");
            assertThat(FxThread.call(() -> window.scene().getPreferences().getColorScheme()))
                    .isEqualTo(ColorScheme.LIGHT);
        }
    }

    @Test
    void a_day_is_found_by_filter_read_as_json_and_the_filter_is_given_up_by_escape() {
        try (var window = Window.withMemory(home).open(980, 760)) {
            robot.push(KeyCode.CONTROL, KeyCode.F).write("2026-06-05");
            window.await(() -> table(window).getItems().size() == 1);
            robot.clickOn(window.one(".table-row-cell:filled"));
            robot.clickOn(window.labelled("JSON"));

            window.await(() -> !window.lookup(".wire-view .marked").isEmpty());
            assertThat(text(window, ".inspector-day")).isEqualTo("2026-06-05");

            robot.clickOn(window.one(".filter-field")).push(KeyCode.ESCAPE);
            window.await(() -> table(window).getItems().size() > 100);
            assertThat(text(window, ".inspector-day")).isEqualTo("2026-06-05");
        }
    }

    @Test
    void a_value_is_counted_again_by_its_own_query_and_the_pane_goes_back_to_the_fields() {
        try (var window = Window.withMemory(home).open(1280, 800)) {
            window.press("How it was counted, and the query");
            window.await(() -> !window.lookup(".explanation .query").isEmpty());

            var query = (TextArea) window.one(".explanation .query");
            assertThat(query.getText()).contains("SELECT max(0, discovery_tokens - read_tokens) AS value");
            assertThat(window.labelled("Counted again just now, by the query below: 138,940"))
                    .isNotNull();

            robot.push(KeyCode.ESCAPE);
            window.await(() -> window.lookup(".explanation").isEmpty());
            assertThat(window.lookup(".field-list")).isNotEmpty();
        }
    }

    @Test
    void the_chart_the_table_and_the_pane_follow_the_same_selection() {
        try (var window = Window.withMemory(home).open(980, 760)) {
            robot.clickOn(window.one(".day-chart"));
            var clicked = text(window, ".inspector-day");
            robot.push(KeyCode.LEFT);

            window.await(() -> !text(window, ".inspector-day").equals(clicked));
            assertThat(clicked).isNotEqualTo("2026-06-09");
        }
    }

    @Test
    void a_header_sorts_and_the_order_is_there_at_the_next_start() {
        try (var window = Window.withMemory(home).open(980, 760)) {
            var header = window.labelled("Obs.");
            robot.clickOn(header).clickOn(header);
            window.await(() -> Optional.ofNullable(
                            window.settings().current().layout().tables().get("activity.events"))
                    .filter(layout -> layout.order().getFirst().column().equals("observation_count"))
                    .isPresent());
            assertThat(order(window)).isEqualTo("observation_count");
        }
        try (var window = Window.withMemory(home).open(980, 760)) {
            assertThat(order(window)).isEqualTo("observation_count");
        }
    }

    @Test
    void a_refused_key_is_explained_and_not_kept() {
        try (var window = Window.inFreshHome(home).open(980, 760)) {
            robot.push(KeyCode.CONTROL, KeyCode.COMMA);
            window.await(() -> !window.lookup(".password-field").isEmpty());
            robot.clickOn(window.one(".password-field")).write("phx_secret").push(KeyCode.ENTER);

            window.await(() -> window.lookup(".label").stream()
                    .map(Label.class::cast)
                    .anyMatch(label -> label.isVisible() && label.getText().contains("personal key")));
            assertThat(window.settings().current().own().apiKey()).isEmpty();
            assertThat(((TextInputControl)
                                    window.lookup(".password-field").iterator().next())
                            .getText())
                    .isEqualTo("phx_secret");
        }
    }

    @Test
    void a_key_that_is_entered_while_it_is_shown_is_kept_when_the_field_is_left() {
        try (var window = Window.inFreshHome(home).open(980, 760)) {
            robot.push(KeyCode.CONTROL, KeyCode.COMMA);
            window.await(() -> !window.lookup(".password-field").isEmpty());
            robot.clickOn(window.one(".password-field")).push(KeyCode.TAB).push(KeyCode.SPACE);
            robot.push(KeyCode.SHIFT, KeyCode.TAB).write("phc_typed_in_sight").push(KeyCode.TAB);

            window.await(() -> window.settings()
                    .current()
                    .own()
                    .apiKey()
                    .filter("phc_typed_in_sight"::equals)
                    .isPresent());
        }
    }

    @Test
    void a_file_that_is_no_database_is_explained_with_something_to_do() throws Exception {
        var folder = Files.createDirectories(home.resolve(".claude-mem"));
        Files.writeString(folder.resolve("claude-mem.db"), "this is not a database at all");
        try (var window = Window.inFreshHome(home).open(980, 760)) {
            window.await(() -> !window.lookup(".failure-state").isEmpty());

            assertThat(window.lookup(".failure-state .button")).isNotEmpty();
            window.picture("failure-LIGHT");
        }
    }

    @Test
    void a_database_that_changes_while_it_is_open_is_offered_to_be_read_again() throws Exception {
        try (var window = Window.withMemory(home).open(980, 760)) {
            var database = home.resolve(".claude-mem/claude-mem.db");
            Files.setLastModifiedTime(database, FileTime.from(Window.NOW));

            robot.clickOn(window.labelled("Read again"));

            window.await(() -> window.lookup(".status-bar .hyperlink").isEmpty());
        }
    }

    private static String order(Window window) {
        return FxThread.call(() -> table(window).getSortOrder().getFirst().getId());
    }

    private static TableView<?> table(Window window) {
        return (TableView<?>) window.lookup(".table-view").iterator().next();
    }

    private static String text(Window window, String selector) {
        return FxThread.call(() -> ((Labeled) window.lookup(selector).iterator().next()).getText());
    }
}
