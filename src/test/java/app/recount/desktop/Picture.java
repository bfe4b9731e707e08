package app.recount.desktop;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;

/** What a scene shows, kept under {@code target/pictures} for people to look at. */
public final class Picture {

    private Picture() {}

    /** What is seen once everything is laid out; on the toolkit's thread. */
    public static Image of(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return scene.snapshot(null);
    }

    /**
     * Writes a picture.
     *
     * @param name without the ending; may name a folder
     */
    public static void save(Image picture, String name) {
        // without transparency, which costs the writer most of its time
        var opaque = new BufferedImage((int) picture.getWidth(), (int) picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        save(SwingFXUtils.fromFXImage(picture, opaque), name);
    }

    static void save(BufferedImage picture, String name) {
        var file = Path.of("target", "pictures", name + ".png");
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
