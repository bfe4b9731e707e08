package app.recount.desktop;

import app.recount.desktop.shell.Background;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.Look;
import app.recount.desktop.shell.Notices;
import app.recount.desktop.widget.PathNames;
import app.recount.store.RecountHome;
import app.recount.store.Settings.Theme;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

/** Draws a part of the window without a display and keeps the picture under {@code target/pictures} for people to look at. */
public final class Easel {

    private final RecountHome home;

    /** @param folder for Recount's own files */
    public Easel(Path folder) {
        home = RecountHome.at(folder);
        FxThread.start();
    }

    public RecountHome home() {
        return home;
    }

    /**
     * Draws and saves.
     *
     * @param part builds the part on the window's thread; what it changes is laid out before the picture is taken
     */
    public BufferedImage draw(String name, Theme theme, int width, int height, Function<Desk, Parent> part) {
        var picture = FxThread.call(() -> drawn(theme, width, height, part));
        Picture.save(picture, "%s-%s".formatted(name, theme.name().toLowerCase(Locale.ROOT)));
        return picture;
    }

    private BufferedImage drawn(Theme theme, int width, int height, Function<Desk, Parent> part) {
        var notices = new Notices();
        try (var background = new Background(Platform::runLater, notices::show)) {
            var desk = Desks.of(new PathNames(Path.of("home")), home, background, notices);
            var root = new BorderPane();
            root.getStyleClass().add("shell");
            var scene = new Scene(root, width, height);
            new Look(new SimpleObjectProperty<>(theme)).dress(scene);
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
            root.setCenter(part.apply(desk));
            root.applyCss();
            root.layout();
            // what became visible during the first layout is laid out by the second
            root.layout();
            var picture = SwingFXUtils.fromFXImage(scene.snapshot(null), null);
            stage.close();
            return picture;
        }
    }
}
