package app.recount.desktop.shell;

import app.recount.desktop.FxThread;
import app.recount.desktop.Window;
import java.nio.file.Path;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DividerMemoryTest {

    @TempDir
    Path home;

    @Test
    void a_divider_that_nobody_moved_stands_where_it_would_in_a_window_opened_in_that_size() {
        try (var window = Window.inFreshHome(home).open(900, 600)) {
            window.press("Explore with demo data").one(".day-chart .bar");
            var inspector = (Region) window.one(".inspector");
            window.await(() -> isAbout(300, inspector));

            resize(window, 1280, 800);
            window.await(() -> isAbout(392, inspector));

            resize(window, 900, 600);
            window.await(() -> isAbout(300, inspector));
        }
    }

    private static boolean isAbout(double width, Region pane) {
        return Math.abs(pane.getWidth() - width) < 10;
    }

    private static void resize(Window window, double width, double height) {
        FxThread.call(() -> {
            window.scene().getWindow().setWidth(width);
            window.scene().getWindow().setHeight(height);
            return true;
        });
    }
}
