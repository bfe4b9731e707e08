package app.recount.desktop;

import static app.recount.memory.MemoryFixture.memory;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.memory.MemoryFixture;
import app.recount.store.Settings.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From nothing known to gathered figures, and the table in and out again; everything is shown before it is done. */
class CostJourneyTest {

    private static final List<String> LOG = List.of(
            "[2026-05-12 12:00:00.000] [INFO ] [SDK   ] OpenRouter API usage {model=anthropic/claude-haiku, inputTokens=900, outputTokens=100, totalTokens=1000, costUSD=0.0125}",
            "[2026-05-13 12:00:00.000] [INFO ] [SDK   ] OpenRouter API usage {model=anthropic/claude-haiku, inputTokens=400, outputTokens=50, totalTokens=450, costUSD=0.0025}");

    @TempDir
    Path home;

    private Path database;

    @BeforeEach
    void writeMemory() throws IOException {
        var folder = Files.createDirectories(home.resolve(".claude-mem"));
        database = memory().session("2026-05-11T10:00:00Z")
                .session("2026-05-12T10:00:00Z")
                .summary("2026-05-12T10:10:00Z", 4_000)
                .observation("2026-05-12T10:05:00Z")
                .writeTo(folder);
        if (!database.getFileName().toString().equals("claude-mem.db")) {
            database = Files.move(database, folder.resolve("claude-mem.db"));
        }
        Files.write(Files.createDirectories(folder.resolve("logs")).resolve("claude-mem-2026-05-12.log"), LOG);
    }

    @Test
    void what_logs_know_is_shown_first_and_kept_only_when_told_so() throws IOException {
        try (var window = Window.inFreshHome(home).theme(Theme.LIGHT).open(1280, 800)) {
            window.page("Cost").labelled("Nothing was recorded yet");
            window.picture("cost-none-LIGHT");
            window.press("Gather from logs and transcripts…");
            var question = dialog(window, "What logs and transcripts know");
            picture(question, "cost-gather-LIGHT");
            assertThat(words(question)).contains("2 found, 2 of them new");

            press(question, "Keep these");
            window.await(() -> !window.lookup(".cost-chart .bar").isEmpty());
            window.labelled("OpenRouter log");
            window.picture("cost-leftovers-LIGHT");
            assertThat(FxThread.call(() -> words(window.scene()))).contains("0.0150");
        }
    }

    @Test
    void the_table_is_installed_as_shown_and_removed_again_while_it_is_empty() throws Exception {
        var before = Files.readAllBytes(database);
        try (var window = Window.inFreshHome(home).theme(Theme.DARK).open(1280, 800)) {
            window.page("Cost").labelled("Nothing was recorded yet");
            window.press("Install table…");
            var question = dialog(window, "Install the table of compression turns");
            picture(question, "cost-install-DARK");
            assertThat(words(question)).contains("CREATE TABLE IF NOT EXISTS compression_events", ".before-");
            assertThat(Files.readAllBytes(database)).isEqualTo(before);

            press(question, "Copy the database and install the table");
            window.await(() -> words(window.scene()).contains("The table is installed."));
            assertThat(tables()).contains("compression_events");
            assertThat(backups()).hasSize(1);

            choose(window, "Remove the empty table…");
            press(dialog(window, "Remove the table of compression turns"), "Copy the database and remove the table");
            window.await(() -> words(window.scene()).contains("The table is removed."));
            assertThat(tables()).doesNotContain("compression_events");
        }
    }

    @Test
    void the_keyboard_begins_at_cancelling_which_changes_nothing() throws IOException {
        var before = Files.readAllBytes(database);
        try (var window = Window.inFreshHome(home).open(1280, 800)) {
            window.page("Cost").labelled("Nothing was recorded yet");
            window.press("Install table…");
            var title = "Install the table of compression turns";
            var question = dialog(window, title);
            window.await(() -> question.getFocusOwner() instanceof Button focused
                    && focused.getText().equals("Cancel"));
            press(question, "Cancel");
            window.await(() -> open(title).isEmpty());
        }
        assertThat(Files.readAllBytes(database)).isEqualTo(before);
        assertThat(backups()).isEmpty();
    }

    @Test
    void the_page_stands_between_sessions_and_receipts() {
        try (var window = Window.inFreshHome(home).open(1280, 800)) {
            assertThat(FxThread.call(() -> window.lookup(".rail-item").stream()
                            .map(node -> node.getAccessibleText().split(",", 2)[0])
                            .toList()))
                    .containsExactly(
                            "Activity", "Review & send", "Analyses", "Sessions", "Cost", "Receipts", "Settings");
        }
    }

    private List<String> tables() throws SQLException {
        try (var connection = MemoryFixture.connect(database);
                var rows = connection.createStatement().executeQuery("SELECT name FROM sqlite_schema")) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private List<Path> backups() throws IOException {
        try (var files = Files.list(database.getParent())) {
            return files.filter(file -> file.getFileName().toString().contains(".before-compression_events-"))
                    .toList();
        }
    }

    private static void choose(Window window, String item) {
        FxThread.call(() -> {
            window.lookup(".cost .menu-button").stream()
                    .map(MenuButton.class::cast)
                    .flatMap(button -> button.getItems().stream())
                    .filter(each -> item.equals(each.getText()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return true;
        });
    }

    private static Optional<Scene> open(String title) {
        return javafx.stage.Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .filter(stage -> stage.isShowing() && title.equals(stage.getTitle()))
                .map(javafx.stage.Window::getScene)
                .findFirst();
    }

    private static Scene dialog(Window window, String title) {
        window.await(() -> open(title).isPresent());
        return FxThread.call(() -> open(title).orElseThrow());
    }

    private static void press(Scene scene, String button) {
        FxThread.call(() -> {
            all(scene)
                    .filter(ButtonBase.class::isInstance)
                    .map(ButtonBase.class::cast)
                    .filter(each -> button.equals(each.getText()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return true;
        });
    }

    private static String words(Scene scene) {
        return FxThread.call(() -> all(scene)
                .map(node -> node instanceof Labeled labeled
                        ? String.valueOf(labeled.getText())
                        : node instanceof TextInputControl text ? text.getText() : "")
                .reduce("", (one, other) -> one + "\n" + other));
    }

    private static Stream<Node> all(Scene scene) {
        return scene.getRoot().lookupAll("*").stream();
    }

    private static void picture(Scene scene, String name) throws IOException {
        var image = FxThread.call(() -> SwingFXUtils.fromFXImage(scene.snapshot(null), null));
        var folder = Files.createDirectories(Path.of("target", "pictures"));
        ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
    }
}
