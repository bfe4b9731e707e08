package app.recount.desktop.sight;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
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
                .anyMatch(each -> (each instanceof Control control && control.getTooltip() != null)
                        || each.getProperties().keySet().stream()
                                .anyMatch(key -> key.toString().contains("Tooltip")));
    }

    private static Stream<String> outside(Node node, Scene scene) {
        if (!(node instanceof Text text) || text.getText().isBlank() || Nodes.scrolls(node)) {
            return Stream.empty();
        }
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        boolean inside = holds(new BoundingBox(0, 0, scene.getWidth(), scene.getHeight()), bounds);
        return inside && clipOf(text).stream().allMatch(clip -> holds(clip, bounds))
                ? Stream.empty()
                : Stream.of("outside: " + Nodes.name(node));
    }

    /** What its parents let be seen, in the scene. */
    private static List<Bounds> clipOf(Node node) {
        return Nodes.parents(node)
                .filter(parent -> parent.getClip() != null)
                .map(parent -> parent.localToScene(parent.getClip().getBoundsInParent()))
                .toList();
    }

    private static boolean holds(Bounds outer, Bounds inner) {
        return inner.getMinX() >= outer.getMinX() - SLACK
                && inner.getMinY() >= outer.getMinY() - SLACK
                && inner.getMaxX() <= outer.getMaxX() + SLACK
                && inner.getMaxY() <= outer.getMaxY() + SLACK;
    }
}
