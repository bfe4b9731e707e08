package app.recount.desktop.sight;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;

/** How a node and what stands close around it looked at a moment. */
record Spot(Node node, List<Integer> pixels) {

    /** A ring stands outside of what it marks. */
    private static final double AROUND = 4;

    static Spot of(Node node) {
        return new Spot(node, pixels(node));
    }

    boolean looksAsBefore() {
        return pixels.equals(pixels(node));
    }

    private static List<Integer> pixels(Node node) {
        var bounds = node.localToScene(node.getLayoutBounds());
        var parameters = new SnapshotParameters();
        int width = (int) Math.ceil(bounds.getWidth() + 2 * AROUND);
        int height = (int) Math.ceil(bounds.getHeight() + 2 * AROUND);
        parameters.setViewport(new Rectangle2D(
                Math.max(0, bounds.getMinX() - AROUND), Math.max(0, bounds.getMinY() - AROUND), width, height));
        var picture = node.getScene().getRoot().snapshot(parameters, null);
        int wide = (int) picture.getWidth();
        var pixels = new int[wide * (int) picture.getHeight()];
        picture.getPixelReader()
                .getPixels(0, 0, wide, (int) picture.getHeight(), PixelFormat.getIntArgbInstance(), pixels, 0, wide);
        return Arrays.stream(pixels).boxed().toList();
    }
}
