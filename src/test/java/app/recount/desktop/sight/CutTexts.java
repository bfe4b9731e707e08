package app.recount.desktop.sight;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/** Finds texts that are not to be read as a whole: shortened without a tooltip that has all of it, or painted outside the window. */
public final class CutTexts {

    /** Rounding of a layout. */
    private static final double SLACK = 1.5;

    private CutTexts() {}

    public static List<String> in(Scene scene) {
        return Nodes.shown(scene.getRoot())
                .flatMap(node -> Stream.concat(shortened(node), outside(node, scene)))
                .toList();
    }

    private static Stream<String> shortened(Node node) {
        return node instanceof Labeled labeled && labeled.isTextTruncated() && !hasTooltip(node)
                ? Stream.of("shortened: " + Nodes.name(node))
                : Stream.empty();
    }

    private static boolean hasTooltip(Node node) {
        return Stream.concat(Stream.of(node), Nodes.parents(node).limit(3))
                .anyMatch(each -> each instanceof Control control && control.getTooltip() != null
                        || each.getProperties().keySet().stream().anyMatch(key -> key.toString().contains("Tooltip")));
    }

    private static Stream<String> outside(Node node, Scene scene) {
        if (!(node instanceof Text text) || text.getText().isBlank() || Nodes.scrolls(node)) {
            return Stream.empty();
        }
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        boolean inside = bounds.getMinX() >= -SLACK
                && bounds.getMinY() >= -SLACK
                && bounds.getMaxX() <= scene.getWidth() + SLACK
                && bounds.getMaxY() <= scene.getHeight() + SLACK;
        return inside ? Stream.empty() : Stream.of("outside: " + Nodes.name(node));
    }
}
