package app.recount.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.store.Settings.Theme;
import java.nio.file.Path;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Walks the window and paints the pictures of the user guide into {@code target/pictures/guide}. After a change of the window, look at
 * them and copy them to {@code docs/pictures}.
 */
class GuidePicturesTest {

    @TempDir
    Path home;

    @Test
    void the_guide_has_its_pictures() {
        try (var window = Window.inFreshHome(home).theme(Theme.LIGHT).open(1280, 800)) {
            shows(window, "No memory database found").picture("guide/empty-light");
            window.press("Explore with demo data").one(".day-chart");
            window.picture("guide/activity-light").press("JSON").picture("guide/activity-json-light");
            window.page("Review & send").one("#send");
            window.picture("guide/review-light").press("View payload").one("#payload");
            window.picture("guide/review-payload-light").press("Back");
            window.await(() -> !window.one("#send").isDisabled());
            window.picture("guide/review-awake-light").press("Send 212 events");
            shows(window, "Delivered: 212 of 212 events acknowledged");
            shows(window, "Already sent").picture("guide/review-delivered-light");
            window.page("Receipts");
            shows(window, "Chain verified").picture("guide/receipts-light");
            window.page("Review & send").press("Back to the review");
            shows(window, "This history has been sent").picture("guide/review-nothing-to-do-light");
        }
        try (var window =
                Window.withMemory(home.resolve("dark")).theme(Theme.DARK).open(1280, 800)) {
            window.one(".day-chart");
            window.picture("guide/activity-dark").press("JSON").picture("guide/activity-json-dark");
        }
        assertThat(Path.of("target/pictures/guide")).isDirectoryContaining("glob:**/receipts-light.png");
    }

    private static Window shows(Window window, String text) {
        return window.await(() -> window.lookup(".label").stream()
                .map(Labeled.class::cast)
                .anyMatch(label -> text.equals(label.getText()) && label.isVisible()));
    }
}
