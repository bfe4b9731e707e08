package app.recount.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.demo.DemoMemory;
import app.recount.demo.LiveConversation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Watches a session grow, as somebody who explores demo data does. */
class SessionsJourneyTest {

    private final FxRobot robot = new FxRobot();

    @TempDir
    Path home;

    @Test
    void a_session_that_grows_comes_to_the_top_and_moves_its_numbers_while_another_stays_selected() {
        try (var window = Window.inFreshHome(home).open(1280, 800)) {
            robot.clickOn(window.labelled("Explore with demo data"));
            window.await(() -> !window.lookup(".day-chart .bar").isEmpty());
            window.page("Sessions");
            window.await(
                    () -> !window.lookup("#sessions .table-row-cell:filled").isEmpty());
            int before = table(window).getItems().size();
            assertThat(before).isGreaterThan(20);
            robot.clickOn(window.labelled("Codex"));
            window.await(() -> table(window).getItems().size() < before);
            robot.clickOn(window.labelled("All tools"));
            window.await(() -> table(window).getItems().size() == before);
            robot.clickOn(window.one("#sessions .table-row-cell:filled"));
            var selected = table(window).getSelectionModel().getSelectedItem();
            assertThat(selected).isNotNull();
            window.await(() -> !window.lookup(".calls-chart .bar").isEmpty());
            readChart(window);

            var clock = Clock.fixed(Window.NOW, ZoneOffset.UTC);
            try (var live = LiveConversation.start(window.demoSessions(), DemoMemory.DEFAULT_SEED, clock)) {
                window.await(() -> subtitle(window).equals("%d · 1 live".formatted(before + 1)));
                var first = total(window);
                window.await(() -> !total(window).equals(first));
                assertThat(live.isRunning()).isTrue();
            }
            assertThat(table(window).getSelectionModel().getSelectedIndex()).isEqualTo(1);
            assertThat(table(window).getSelectionModel().getSelectedItem()).isSameAs(selected);

            robot.clickOn(window.labelled("Live only"));
            window.await(() -> table(window).getItems().size() == 1);
        }
    }

    /** The chart is read by keys, span by span, and says the whole again when it is left. */
    private void readChart(Window window) {
        var chart = window.one(".calls-chart");
        var whole = FxThread.call(chart::getAccessibleText);
        FxThread.call(() -> {
            chart.requestFocus();
            return chart;
        });
        robot.push(KeyCode.HOME);
        window.await(() -> chart.getAccessibleText().contains(" UTC · "));
        var first = FxThread.call(chart::getAccessibleText);
        robot.push(KeyCode.RIGHT);
        window.await(() -> chart.getAccessibleText().contains(" UTC · ")
                && !chart.getAccessibleText().equals(first));
        robot.push(KeyCode.TAB);
        window.await(() -> chart.getAccessibleText().equals(whole));
    }

    private static TableView<?> table(Window window) {
        return (TableView<?>) window.lookup("#sessions").iterator().next();
    }

    private static String subtitle(Window window) {
        return window.lookup(".page-header > .muted").stream()
                .map(Label.class::cast)
                .map(Label::getText)
                .findFirst()
                .orElse("");
    }

    /** What the first row says in the column of totals. */
    private static String total(Window window) {
        return FxThread.call(() -> {
            var column = table(window).getColumns().stream()
                    .filter(each -> each.getId().equals("total"))
                    .findFirst()
                    .orElseThrow();
            return String.valueOf(column.getCellData(0));
        });
    }
}
