package app.recount.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.desktop.FxThread;
import app.recount.desktop.Window;
import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

class ChartPictureTest {

    @TempDir
    Path home;

    @Test
    void a_chart_that_has_the_focus_looks_as_any_other_in_its_picture() {
        try (var window = Window.inFreshHome(home).open(1280, 800)) {
            var chart = (Parent) window.press("Explore with demo data").one(".day-chart");
            window.one(".day-chart .bar");
            var before = picture(chart);

            var robot = new FxRobot();
            for (int steps = 0; steps < 40 && !chart.isFocusVisible(); steps++) {
                robot.push(KeyCode.TAB);
            }
            assertThat(FxThread.call(chart::isFocusVisible)).isTrue();
            assertThat(picture(chart)).isEqualTo(before);
        }
    }

    private static byte[] picture(Parent chart) {
        return FxThread.call(() -> Png.of(ChartPicture.of(chart)));
    }
}
