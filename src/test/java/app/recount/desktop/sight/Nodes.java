package app.recount.desktop.sight;

import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.TableHeaderRow;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.text.Text;

/** The nodes of a scene as somebody sees them. */
final class Nodes {

    private Nodes() {}

    /** All that are shown, parents before their children; what scrolled out of sight is among them. */
    static Stream<Node> shown(Node node) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return Stream.empty();
        }
        var below = node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(Nodes::shown)
                : Stream.<Node>empty();
        return Stream.concat(Stream.of(node), below);
    }

    static Stream<Node> parents(Node node) {
        return Stream.iterate(node.getParent(), Objects::nonNull, Node::getParent);
    }

    /** Whether it can be brought into sight by scrolling. */
    static boolean scrolls(Node node) {
        return parents(node)
                .anyMatch(parent -> parent instanceof ScrollPane
                        || parent instanceof VirtualFlow
                        || parent instanceof TableHeaderRow);
    }

    /** For a message: what it is, what it says, and where. */
    static String name(Node node) {
        var text = node instanceof Labeled labeled
                ? labeled.getText()
                : node instanceof Text shown ? shown.getText() : node.getAccessibleText();
        var bounds = node.localToScene(node.getLayoutBounds());
        return "%s%s “%s” at %.0f,%.0f %.0f×%.0f in %s"
                .formatted(
                        node.getClass().getSimpleName(),
                        node.getStyleClass(),
                        text,
                        bounds.getMinX(),
                        bounds.getMinY(),
                        bounds.getWidth(),
                        bounds.getHeight(),
                        parents(node)
                                .map(parent -> parent.getClass().getSimpleName())
                                .filter(name -> !name.endsWith("Box") && !name.contains("Skin"))
                                .limit(3)
                                .toList());
    }
}
