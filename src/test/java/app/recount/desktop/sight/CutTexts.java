package app.recount.desktop.sight;

import app.recount.desktop.widget.ChartLayer;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
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
        return node instanceof Labeled labeled && labeled.isTextTruncated() && !isWhole(labeled) && !hasTooltip(node)
                ? Stream.of("shortened: " + Nodes.name(node))
                : Stream.empty();
    }

    /** A label that breaks its lines may call itself truncated for a fraction of a pixel. */
    private static boolean isWhole(Labeled labeled) {
        return labeled.getText() == null
                || labeled.lookupAll(".text").stream()
                        .anyMatch(node ->
                                node instanceof Text text && text.getText().equals(labeled.getText()));
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
        if (!inside || !clipOf(text).stream().allMatch(clip -> holds(clip, bounds))) {
            return Stream.of("outside: " + Nodes.name(node));
        }
        return Nodes.parents(text)
                .filter(parent -> parent instanceof Region && !holdsWhatOthersPlace(parent))
                .filter(parent -> !holds(parent.localToScene(parent.getLayoutBounds()), bounds))
                .limit(1)
                .map(parent ->
                        "spills out of %s: %s".formatted(parent.getClass().getSimpleName(), Nodes.name(node)));
    }

    /** It has no size of its own then. */
    private static boolean holdsWhatOthersPlace(Node node) {
        return node.getClass() == Pane.class || node instanceof ChartLayer;
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
