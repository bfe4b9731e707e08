package app.recount.desktop.activity;

import app.recount.desktop.FxThread;
import app.recount.desktop.Window;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The page of days by keyboard alone. */
class ActivityKeysTest {

    private final FxRobot robot = new FxRobot();

    @TempDir
    Path home;

    @Test
    void who_lets_go_of_the_days_goes_on_in_the_chart_and_is_told_to_choose_one() {
        try (var window = open()) {
            tabTo(window, "day selected");
            robot.push(KeyCode.SPACE);

            var chart = window.one(".day-chart");
            window.await(chart::isFocused);
            window.labelled("Choose a day in the chart or the table to see what would be sent for it.");

            robot.push(KeyCode.LEFT);
            window.labelled("tokens_saved_vs_naive");
        }
    }

    @Test
    void the_chosen_day_is_in_sight_again_once_the_filter_is_lifted() {
        try (var window = open()) {
            var chart = window.one(".day-chart");
            FxThread.call(() -> {
                chart.requestFocus();
                return true;
            });
            robot.push(KeyCode.HOME);
            window.await(() -> isChosenInSight(window));

            var filter = (TextField) window.one(".filter-field");
            filter(filter, "2026-03");
            window.await(() -> !isChosenInSight(window));
            filter(filter, "");
            window.await(() -> isChosenInSight(window));
        }
    }

    private Window open() {
        var window = Window.inFreshHome(home).open(1280, 800);
        window.press("Explore with demo data").one(".day-chart .bar");
        return window;
    }

    private void tabTo(Window window, String name) {
        for (int steps = 0; steps < 40; steps++) {
            robot.push(KeyCode.TAB);
            if (FxThread.call(() -> window.scene().getFocusOwner() instanceof ButtonBase button
                    && button.getText() != null
                    && button.getText().contains(name))) {
                return;
            }
        }
        throw new AssertionError("not reached: " + name);
    }

    private static void filter(TextField field, String text) {
        FxThread.call(() -> {
            field.setText(text);
            return true;
        });
    }

    private static boolean isChosenInSight(Window window) {
        var table = (TableView<?>) window.one(".table-view");
        return rows(table)
                .filter(TableRow::isSelected)
                .anyMatch(row -> row.getBoundsInParent().getMinY() >= 0
                        && row.getBoundsInParent().getMaxY() <= table.getHeight() - 28 + 1);
    }

    private static Stream<TableRow<?>> rows(Node table) {
        return table.lookupAll(".table-row-cell").stream().<TableRow<?>>map(node -> (TableRow<?>) node);
    }
}
