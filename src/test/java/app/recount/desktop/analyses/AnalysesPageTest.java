package app.recount.desktop.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.desktop.Desks;
import app.recount.desktop.FxThread;
import app.recount.desktop.shell.Background;
import app.recount.desktop.shell.IdleWorkspace;
import app.recount.desktop.shell.LiveSessions;
import app.recount.desktop.shell.Notices;
import app.recount.desktop.shell.Page.Command;
import app.recount.desktop.shell.Source;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysesPageTest {

    @TempDir
    Path folder;

    @Test
    void there_is_nothing_to_export_where_the_filter_lets_nothing_through() {
        FxThread.start();
        var notices = new Notices();
        try (var world = new RunsWorld(folder);
                var background = new Background(Platform::runLater, notices::show)) {
            world.start("epoch", Optional.empty());
            var page = FxThread.call(() -> page(world, background, notices));
            FxThread.await(() -> page.command(Command.EXPORT).isPresent());

            FxThread.call(() -> {
                var scene = new Scene((Parent) page.content());
                scene.getRoot().applyCss();
                ((TextField) scene.getRoot().lookup(".filter-field")).setText("no such run");
                return scene;
            });

            FxThread.await(() -> page.command(Command.EXPORT).isEmpty());
            assertThat(notices.standing()).isEmpty();
        }
    }

    /** The demo's first run of a year has the id that the user's own first one has. */
    @Test
    void what_is_confirmed_is_done_with_the_run_that_was_asked_about_whatever_is_shown() {
        FxThread.start();
        var notices = new Notices();
        try (var own = new RunsWorld(folder.resolve("own"));
                var demo = new RunsWorld(folder.resolve("demo"));
                var background = new Background(Platform::runLater, notices::show)) {
            var asked = own.start("epoch", Optional.empty());
            var other = demo.start("metr", Optional.empty());
            assertThat(other.id()).isEqualTo(asked.id());
            var workspace = IdleWorkspace.in(folder, background);
            var live = new LiveSessions(workspace, own.tracking, demo.tracking, background, "Looking");
            var page = FxThread.call(() -> new AnalysesPage(Desks.in(folder, background, notices), live, own.clock()));
            FxThread.await(() -> page.command(Command.EXPORT).isPresent());
            FxThread.call(() -> {
                var owner = new Stage();
                owner.setScene(new Scene((Parent) page.content()));
                owner.show();
                mark(page);
                return owner;
            });

            FxThread.call(() -> {
                var shown = workspace.source();
                workspace.open(
                        new Source(shown.dataDirectory(), shown.database(), shown.destination(), shown.key(), true));
                confirm();
                return workspace;
            });
            FxThread.await(() -> dialog().isEmpty());

            assertThat(own.stock().runs().getFirst().stages()).isNotEmpty();
            assertThat(demo.stock().runs().getFirst().stages()).isEmpty();
        }
    }

    private static void mark(AnalysesPage page) {
        page.runMenu().stream()
                .filter(entry -> entry.text().startsWith("Mark"))
                .findFirst()
                .orElseThrow()
                .action()
                .run();
    }

    private static void confirm() {
        ((TextField) dialog().orElseThrow().lookup("#stage-name")).setText("reading");
        ((Button) dialog().orElseThrow().lookup("#confirm")).fire();
    }

    private static Optional<Parent> dialog() {
        return Window.getWindows().stream()
                .map(Window::getScene)
                .map(Scene::getRoot)
                .filter(FormDialog.class::isInstance)
                .findFirst();
    }

    private AnalysesPage page(RunsWorld world, Background background, Notices notices) {
        var desk = Desks.in(folder, background, notices);
        var live = new LiveSessions(
                IdleWorkspace.in(folder, background), world.tracking, world.tracking, background, "Looking");
        return new AnalysesPage(desk, live, world.clock());
    }
}
