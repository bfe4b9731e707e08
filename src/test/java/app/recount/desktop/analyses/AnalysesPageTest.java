package app.recount.desktop.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.desktop.Desks;
import app.recount.desktop.FxThread;
import app.recount.desktop.shell.Background;
import app.recount.desktop.shell.IdleWorkspace;
import app.recount.desktop.shell.LiveSessions;
import app.recount.desktop.shell.Notices;
import app.recount.desktop.shell.Page.Command;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
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

    private AnalysesPage page(RunsWorld world, Background background, Notices notices) {
        var desk = Desks.in(folder, background, notices);
        var live = new LiveSessions(
                IdleWorkspace.in(folder, background), world.tracking, world.tracking, background, "Looking");
        return new AnalysesPage(desk, live, world.clock());
    }
}
