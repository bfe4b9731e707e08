package app.recount.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.desktop.FxThread;
import app.recount.desktop.SmallWindow;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** A page of three heights in a window, with a button beside it, a smaller pane and a text in it. */
class PageKeysTest {

    private static final double SEEN = 400;

    private final FxRobot robot = new FxRobot();
    private final Button outside = new Button("Outside");
    private final Button within = new Button("Within");
    private final TextArea area = new TextArea("One\n".repeat(100));
    private final ScrollPane inner = new ScrollPane(new VBox(within, room(300)));
    private final ScrollPane page = new ScrollPane(new VBox(inner, area, room(3 * SEEN - 200)));

    @AutoClose
    private final SmallWindow window = SmallWindow.showing(this::scene);

    @BeforeAll
    static void start() {
        FxThread.start();
    }

    private Scene scene() {
        inner.setPrefSize(200, 100);
        inner.setMinHeight(100);
        area.setPrefHeight(100);
        area.setMinHeight(100);
        var frame = new BorderPane(page);
        frame.setBottom(outside);
        var scene = new Scene(frame, 300, SEEN);
        PageKeys.serve(scene);
        return scene;
    }

    @Test
    void from_outside_of_it_the_largest_pane_scrolls_a_page_and_to_its_ends() {
        window.focus(outside);
        robot.push(KeyCode.PAGE_DOWN);
        assertThat(top(page)).isBetween(0.8 * seen(page), 0.95 * seen(page));
        robot.push(KeyCode.PAGE_DOWN);
        robot.push(KeyCode.PAGE_UP);
        assertThat(top(page)).isBetween(0.8 * seen(page), 0.95 * seen(page));
        robot.push(KeyCode.END);
        assertThat(value(page)).isEqualTo(1);
        robot.push(KeyCode.HOME);
        assertThat(value(page)).isZero();
    }

    @Test
    void the_pane_around_the_focus_goes_before_a_larger_one() {
        window.focus(within);
        robot.push(KeyCode.END);
        assertThat(value(inner)).isEqualTo(1);
        assertThat(value(page)).isZero();
    }

    @Test
    void what_knows_the_keys_itself_has_them() {
        window.focus(area);
        robot.push(KeyCode.END);
        robot.push(KeyCode.PAGE_DOWN);
        assertThat(value(page)).isZero();
        assertThat(FxThread.call(area::getCaretPosition)).isPositive();
    }

    @Test
    void with_a_key_held_they_belong_to_others() {
        window.focus(outside);
        robot.push(KeyCode.CONTROL, KeyCode.END);
        assertThat(value(page)).isZero();
    }

    private static Region room(double height) {
        var room = new Region();
        room.setMinHeight(height);
        return room;
    }

    private static double value(ScrollPane pane) {
        return FxThread.call(pane::getVvalue);
    }

    private static double seen(ScrollPane pane) {
        return FxThread.call(() -> pane.getViewportBounds().getHeight());
    }

    /** How much of its content is above what is in sight. */
    private static double top(ScrollPane pane) {
        return FxThread.call(() -> pane.getVvalue()
                * (pane.getContent().getLayoutBounds().getHeight()
                        - pane.getViewportBounds().getHeight()));
    }
}
