package app.recount.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.desktop.analyses.RunHistory;
import app.recount.desktop.analyses.RunsWorld;
import app.recount.store.Settings.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Walks the window and paints the pictures of the user guide into {@code target/pictures/guide}. Those in {@code docs/pictures} must look
 * the same; after a change of the window {@code mvn test -Dtest=GuidePicturesTest -Drecount.rewrite=true} renews them, to be looked at.
 */
class GuidePicturesTest {

    /** The port of the rehearsal receiver and what depends on the machine are a few words. */
    private static final double TOLERANCE = 0.03;

    /** A dialog is as high as its texts, which is rounded to pixels. */
    private static final int ROUNDING = 4;

    @TempDir
    Path home;

    @Test
    void the_guide_has_its_pictures() throws IOException {
        try (var window = Window.inFreshHome(home).theme(Theme.LIGHT).open(1280, 800)) {
            shows(window, "No memory database found").picture("guide/empty-light");
            window.press("Explore with demo data").one(".day-chart");
            window.picture("guide/activity-light").press("JSON").picture("guide/activity-json-light");
            sessions(window).picture("guide/sessions-light");
            window.page("Review & send").one("#send");
            window.picture("guide/review-light").press("View payload").one("#payload");
            window.picture("guide/review-payload-light").press("Back");
            window.await(() -> !window.one("#send").isDisabled());
            window.picture("guide/review-awake-light").press("Send 212 events");
            shows(window, "Delivered: 212 of 212 events acknowledged");
            shows(window, "Marked complete").picture("guide/review-delivered-light");
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
        assertUpToDate(
                "empty-light",
                "activity-light",
                "sessions-light",
                "review-light",
                "review-payload-light",
                "review-delivered-light",
                "receipts-light",
                "review-nothing-to-do-light",
                "activity-dark",
                "activity-json-dark");
    }

    @Test
    void the_guide_has_its_pictures_of_runs() throws Exception {
        for (var theme : List.of(Theme.LIGHT, Theme.DARK)) {
            try (var world = new RunsWorld(home.resolve(theme.name()))) {
                var live = RunHistory.write(world);
                pictures(world, live.id(), theme.name().toLowerCase(Locale.ROOT));
            }
        }
        assertUpToDate("analyses-light", "mini-light", "start-run-light");
    }

    private static void pictures(RunsWorld world, String live, String theme) {
        try (var window = Window.inHome(world.home(), world.clock())
                .theme(Theme.valueOf(theme.toUpperCase(Locale.ROOT)))
                .open(1280, 800)) {
            window.page("Analyses");
            shows(window, live)
                    .await(() -> window.lookup(".runs .label").stream()
                            .map(Labeled.class::cast)
                            .anyMatch(label -> "222,945".equals(label.getText())));
            window.picture("guide/analyses-" + theme).press("Small window on top");
            window.await(() -> dialog(".mini").isPresent())
                    .picture(() -> dialog(".mini").orElseThrow(), "guide/mini-" + theme);
            window.press("Start…").await(() -> dialog("#source").isPresent());
            FxThread.call(() -> {
                ((TextField) dialog("#source").orElseThrow()).setText("iea-2026-outlook");
                return window;
            });
            window.await(() -> dialog(".candidates").filter(Node::isVisible).isPresent());
            window.await(() ->
                    dialog(".form-dialog").filter(GuidePicturesTest::isWhole).isPresent());
            window.picture(() -> dialog(".form-dialog").orElseThrow(), "guide/start-run-" + theme);
        }
    }

    private static void assertUpToDate(String... names) throws IOException {
        for (var name : names) {
            var painted = Path.of("target/pictures/guide", name + ".png");
            var shipped = Path.of("docs/pictures", name + ".png");
            if (Boolean.getBoolean("recount.rewrite")) {
                Files.copy(painted, shipped, StandardCopyOption.REPLACE_EXISTING);
            }
            assertThat(differing(painted, shipped))
                    .as("part of %s that looks otherwise", shipped)
                    .isLessThan(TOLERANCE);
        }
    }

    /** The share of pixels that differ where the pictures overlap; all of them if one is larger by more than a rounding. */
    private static double differing(Path one, Path other) throws IOException {
        var first = ImageIO.read(one.toFile());
        var second = ImageIO.read(other.toFile());
        int width = Math.min(first.getWidth(), second.getWidth());
        int height = Math.min(first.getHeight(), second.getHeight());
        if (Math.max(first.getWidth(), second.getWidth()) - width > ROUNDING
                || Math.max(first.getHeight(), second.getHeight()) - height > ROUNDING) {
            return 1;
        }
        long different = IntStream.range(0, width * height)
                .filter(i -> first.getRGB(i % width, i / width) != second.getRGB(i % width, i / width))
                .count();
        return (double) different / (width * height);
    }

    private static Window sessions(Window window) {
        window.page("Sessions")
                .await(() -> window.lookup("#sessions").stream()
                        .anyMatch(table -> ((TableView<?>) table).getItems().size() > 20));
        var table = (TableView<?>) window.one("#sessions");
        FxThread.call(() -> {
            table.getSelectionModel().select(1);
            return table;
        });
        return window.await(() -> !window.lookup(".calls-chart .bar").isEmpty());
    }

    /** A form grows with what it learns, as soon as the system lets its window. */
    private static boolean isWhole(Node form) {
        var scene = form.getScene();
        return scene.getRoot().prefHeight(scene.getWidth()) <= scene.getHeight() + 1;
    }

    private static Optional<Node> dialog(String selector) {
        return javafx.stage.Window.getWindows().stream()
                .map(each -> each.getScene().getRoot().lookup(selector))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Window shows(Window window, String text) {
        return window.await(() -> window.lookup(".label").stream()
                .map(Labeled.class::cast)
                .anyMatch(label -> text.equals(label.getText()) && label.isVisible()));
    }
}
