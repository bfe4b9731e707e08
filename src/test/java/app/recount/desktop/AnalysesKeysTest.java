package app.recount.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.desktop.analyses.RunHistory;
import app.recount.desktop.analyses.RunsWorld;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The page of runs and its dialogs by keyboard alone. */
class AnalysesKeysTest {

    private static final String NEXT = "ANALYSIS-2026-007";

    private final FxRobot robot = new FxRobot();

    @TempDir
    Path folder;

    /** The platform without a display leaves a dialog open whose window is closed. */
    @AfterEach
    void closeDialogs() {
        FxThread.call(() -> {
            List.copyOf(javafx.stage.Window.getWindows()).forEach(javafx.stage.Window::hide);
            return true;
        });
    }

    @Test
    void a_run_is_started_marked_and_completed_by_keys() {
        try (var world = new RunsWorld(folder)) {
            RunHistory.write(world);
            world.call("e07a55be-1111-4c5e-9a55-0f6f3ad0b7e3", "tides", 1, 2, 3, 4);
            try (var window = open(world)) {
                robot.push(KeyCode.CONTROL, KeyCode.N);
                window.await(() -> candidates() == 2 && hasFocus("#source"));
                type("#source", "by-keys");
                tabTo(window, "#candidates");
                robot.push(KeyCode.DOWN);
                robot.push(KeyCode.ENTER);
                window.await(() -> !dialog("#confirm").orElseThrow().isDisabled());
                robot.push(KeyCode.ENTER);
                window.await(() -> dialog("#confirm").isEmpty() && title(window).equals(NEXT));

                robot.push(KeyCode.CONTROL, KeyCode.M);
                window.await(() -> hasFocus("#stage-name"));
                robot.push(KeyCode.ENTER);
                window.await(() -> dialog("#confirm").isEmpty());
                window.labelled("check_stage1");

                window.press("Complete…")
                        .await(() -> dialog(".choice").filter(Node::isFocused).isPresent());
                tabTo(window, ".form-area");
                robot.push(KeyCode.TAB);
                assertThat(((TextArea) dialog(".form-area").orElseThrow()).getText())
                        .as("Tab leads on and writes nothing")
                        .isEmpty();
                tabTo(window, "#confirm");
                robot.push(KeyCode.ENTER);
                window.await(() -> dialog("#confirm").isEmpty());
                window.labelled("Reopen");
            }
        }
    }

    @Test
    void escape_closes_each_dialog_and_nothing_is_done() {
        try (var world = new RunsWorld(folder)) {
            RunHistory.write(world);
            try (var window = open(world)) {
                robot.push(KeyCode.CONTROL, KeyCode.M);
                window.await(() -> hasFocus("#stage-name"));
                robot.push(KeyCode.ESCAPE);
                window.await(() -> dialog("#confirm").isEmpty());
                robot.push(KeyCode.CONTROL, KeyCode.N);
                window.await(() -> hasFocus("#source"));
                robot.push(KeyCode.ESCAPE);
                window.await(() -> dialog("#confirm").isEmpty());

                assertThat(world.size()).isEqualTo(6);
            }
        }
    }

    @Test
    void arrow_keys_move_through_runs_and_read_the_curve() {
        try (var world = new RunsWorld(folder)) {
            RunHistory.write(world);
            try (var window = open(world)) {
                focus(window, "#runs");
                robot.push(KeyCode.DOWN);
                window.await(() -> title(window).equals("ANALYSIS-2026-005"));
                robot.push(KeyCode.UP);
                window.await(() -> title(window).equals("ANALYSIS-2026-006"));

                var curve = focus(window, ".token-curve");
                robot.push(KeyCode.END);
                window.await(() -> curve.getAccessibleText().endsWith("1,265,354"));
                robot.push(KeyCode.HOME);
                window.await(() -> curve.getAccessibleText().endsWith(" 0"));
            }
        }
    }

    @Test
    void arrow_keys_choose_the_tool_of_a_run_and_show_where_they_are() {
        try (var world = new RunsWorld(folder)) {
            RunHistory.write(world);
            try (var window = open(world)) {
                robot.push(KeyCode.CONTROL, KeyCode.N);
                window.await(() -> hasFocus("#source"));
                tabTo(window, ".choice");
                robot.push(KeyCode.RIGHT).push(KeyCode.DOWN).push(KeyCode.RIGHT);

                window.await(() -> ((RadioButton) dialog("#without").orElseThrow()).isSelected());
                var there = FxThread.call(() -> (ToggleButton)
                        dialog("#without").orElseThrow().getScene().getFocusOwner());
                assertThat(there.getText()).isEqualTo("manual");
                assertThat(there.isSelected()).isTrue();
                assertThat(there.isFocusVisible()).isTrue();
            }
        }
    }

    @Test
    void every_button_that_shows_only_an_icon_has_a_name() {
        try (var world = new RunsWorld(folder)) {
            RunHistory.write(world);
            try (var window = open(world)) {
                window.press("Small window on top").await(() -> dialog(".mini").isPresent());
                window.press("Start…").await(() -> candidates() > 0);
                var all = javafx.stage.Window.getWindows().stream()
                        .flatMap(each -> each.getScene().getRoot().lookupAll("*").stream())
                        .filter(ButtonBase.class::isInstance)
                        .map(ButtonBase.class::cast)
                        .filter(button -> button.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY
                                || Objects.requireNonNullElse(button.getText(), "")
                                        .isEmpty())
                        .toList();

                assertThat(all)
                        .hasSizeGreaterThan(8)
                        .allSatisfy(button -> assertThat(button.getAccessibleText())
                                .as(button.toString())
                                .isNotBlank());
            }
        }
    }

    private static Window open(RunsWorld world) {
        var window = Window.inHome(world.home(), world.clock()).open(1280, 800);
        window.page("Analyses")
                .await(() -> title(window).equals("ANALYSIS-2026-006")
                        && !window.lookup(".stage-bar .bar-part").isEmpty());
        return window;
    }

    /** Tab until the focus is there; a ring that does not lead there fails. */
    private void tabTo(Window window, String selector) {
        for (int stop = 0; stop < 24 && !hasFocus(selector); stop++) {
            robot.push(KeyCode.TAB);
        }
        window.await(() -> hasFocus(selector));
    }

    private static boolean hasFocus(String selector) {
        return FxThread.call(() -> dialog(selector).filter(Node::isFocused).isPresent());
    }

    /** The robot of this platform presses keys but writes no letters. */
    private static void type(String selector, String text) {
        FxThread.call(() -> {
            ((TextField) dialog(selector).orElseThrow()).appendText(text);
            return text;
        });
    }

    private static Node focus(Window window, String selector) {
        var node = window.one(selector);
        FxThread.call(() -> {
            node.requestFocus();
            if (node instanceof ListView<?> list) {
                list.getSelectionModel().select(0);
            }
            return node;
        });
        return node;
    }

    private static int candidates() {
        return dialog("#candidates")
                .map(table -> ((TableView<?>) table).getItems().size())
                .orElse(0);
    }

    private static String title(Window window) {
        return window.lookup("#run-title").stream()
                .map(label -> ((Labeled) label).getText())
                .findFirst()
                .orElse("");
    }

    /** A node of whatever dialog is open. */
    private static Optional<Node> dialog(String selector) {
        return javafx.stage.Window.getWindows().stream()
                .map(each -> each.getScene().getRoot())
                .map((Parent root) ->
                        root.getStyleClass().contains(selector.substring(1)) ? root : root.lookup(selector))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
