package app.recount.desktop;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
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
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        // without transparency, which costs the writer most of its time
        var opaque = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pixels = ((DataBufferInt) opaque.getRaster().getDataBuffer()).getData();
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), pixels, 0, width);
        save(opaque, name);
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
