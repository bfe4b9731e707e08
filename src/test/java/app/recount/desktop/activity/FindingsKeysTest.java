package app.recount.desktop.activity;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.desktop.FxThread;
import app.recount.desktop.Window;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

class FindingsKeysTest {

    @TempDir
    Path home;

    @Test
    void all_findings_are_read_with_keys_from_the_chip_that_says_how_many_are_folded() {
        var robot = new FxRobot();
        try (var window = Window.inFreshHome(home).open(900, 600)) {
            window.press("Explore with demo data").one(".day-chart .bar");
            var rest = (Button) FxThread.call(() -> window.lookup(".findings .chip").stream()
                    .filter(node -> node instanceof Button)
                    .findFirst()
                    .orElseThrow());
            assertThat(rest.getText()).matches("\\+\\d+");
            assertThat(rest.getAccessibleText()).endsWith("more findings");

            FxThread.call(() -> {
                rest.requestFocus();
                return true;
            });
            robot.push(KeyCode.SPACE);
            window.await(() -> list().isPresent());
            var list = list().orElseThrow();
            window.await(() -> list.getContent().getLayoutBounds().getHeight()
                    > list.getViewportBounds().getHeight());

            robot.push(KeyCode.DOWN); // brings the keyboard into the list
            robot.push(KeyCode.DOWN);
            window.await(() -> list.getVvalue() > 0);

            robot.push(KeyCode.ESCAPE);
            window.await(() -> list().isEmpty());
        }
    }

    private static Optional<ScrollPane> list() {
        return javafx.stage.Window.getWindows().stream()
                .map(each -> each.getScene().getRoot().lookup(".findings-details"))
                .filter(found -> found != null)
                .map(FindingsKeysTest::scrolled)
                .findFirst();
    }

    private static ScrollPane scrolled(Node content) {
        Node each = content;
        while (!(each instanceof ScrollPane)) {
            each = each.getParent();
        }
        return (ScrollPane) each;
    }
}
