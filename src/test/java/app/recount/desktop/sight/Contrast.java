package app.recount.desktop.sight;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Measures the contrast of every text with what is painted behind it, by the formula of WCAG 2.2: at least 4.5 to 1, or 3 to 1 for large
 * texts and icons. What is disabled is exempt there.
 */
public final class Contrast {

    private static final double TEXT = 4.5;
    private static final double LARGE = 3;

    /** 18 pt, or 14 pt and bold, in pixels. */
    private static final double LARGE_SIZE = 24;

    private static final double LARGE_BOLD_SIZE = 18.66;

    private final Scene scene;
    private final Image picture;

    private Contrast(Scene scene, Image picture) {
        this.scene = scene;
        this.picture = picture;
    }

    /**
     * The texts whose contrast is too low.
     *
     * @param picture of this very scene
     */
    public static List<String> tooLowIn(Scene scene, Image picture) {
        var contrast = new Contrast(scene, picture);
        return Nodes.shown(scene.getRoot())
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .flatMap(contrast::problem)
                .toList();
    }

    private Stream<String> problem(Text text) {
        if (text.getText().isBlank() || isDisabled(text) || !(text.getFill() instanceof Color fill)) {
            return Stream.empty();
        }
        return behind(text).stream().flatMap(back -> {
            var ratio = ratio(over(fill, opacity(text), back), back);
            var wanted = text instanceof FontIcon || isLarge(text) ? LARGE : TEXT;
            return ratio < wanted
                    ? Stream.of("%.2f to 1, %s on %s: %s".formatted(ratio, fill, back, Nodes.name(text)))
                    : Stream.empty();
        });
    }

    private static boolean isDisabled(Node node) {
        return Stream.concat(Stream.of(node), Nodes.parents(node)).anyMatch(Node::isDisable) || node.isDisabled();
    }

    private static double opacity(Node node) {
        return Stream.concat(Stream.of(node), Nodes.parents(node))
                .mapToDouble(Node::getOpacity)
                .reduce(1, (one, other) -> one * other);
    }

    private static boolean isLarge(Text text) {
        var size = text.getFont().getSize();
        return size >= LARGE_SIZE
                || (size >= LARGE_BOLD_SIZE && text.getFont().getStyle().contains("Bold"));
    }

    /** The colour that most of the text's surroundings have; empty for what is not painted. */
    private Optional<Color> behind(Text text) {
        var area = visible(text);
        int left = (int) area.getMinX();
        int top = (int) area.getMinY();
        int width = (int) Math.ceil(Math.min(area.getMaxX(), picture.getWidth())) - left;
        int height = (int) Math.ceil(Math.min(area.getMaxY(), picture.getHeight())) - top;
        if (width <= 0 || height <= 0) {
            return Optional.empty();
        }
        var pixels = new int[width * height];
        picture.getPixelReader()
                .getPixels(left, top, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return Optional.of(colour(mostFrequent(pixels)));
    }

    private static int mostFrequent(int[] pixels) {
        Arrays.sort(pixels);
        int most = pixels[0];
        int longest = 0;
        for (int from = 0, to; from < pixels.length; from = to) {
            for (to = from + 1; to < pixels.length && pixels[to] == pixels[from]; ) {
                to++;
            }
            if (to - from > longest) {
                longest = to - from;
                most = pixels[from];
            }
        }
        return most;
    }

    private Bounds visible(Text text) {
        var bounds = text.localToScene(text.getLayoutBounds());
        var left = Math.max(0, bounds.getMinX());
        var top = Math.max(0, bounds.getMinY());
        var right = Math.min(scene.getWidth(), bounds.getMaxX());
        var bottom = Math.min(scene.getHeight(), bounds.getMaxY());
        for (var parent : Nodes.parents(text).toList()) {
            if (parent.getClip() != null) {
                var clip = parent.localToScene(parent.getClip().getBoundsInParent());
                left = Math.max(left, clip.getMinX());
                top = Math.max(top, clip.getMinY());
                right = Math.min(right, clip.getMaxX());
                bottom = Math.min(bottom, clip.getMaxY());
            }
        }
        return new BoundingBox(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    private static Color colour(int argb) {
        return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
    }

    private static Color over(Color front, double opacity, Color back) {
        return back.interpolate(
                Color.color(front.getRed(), front.getGreen(), front.getBlue()), front.getOpacity() * opacity);
    }

    static double ratio(Color one, Color other) {
        var first = luminance(one);
        var second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
