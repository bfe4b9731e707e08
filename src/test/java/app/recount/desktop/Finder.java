package app.recount.desktop;

import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;

/** Finds nodes of a scene as somebody sees them. */
public final class Finder {

    private final Supplier<Scene> scene;

    /** @param scene asked on the toolkit's thread at each search */
    public Finder(Supplier<Scene> scene) {
        this.scene = scene;
    }

    /** All nodes of a selector, seen or not. */
    public Set<Node> lookup(String selector) {
        return FxThread.call(() -> scene.get().getRoot().lookupAll(selector));
    }

    /** The first node of a selector that is seen; waits for it. */
    public Node one(String selector) {
        return first(() -> lookup(selector).stream().filter(Finder::isSeen));
    }

    /** The first label, button or header that is seen and shows this text; waits for it. */
    public Node labelled(String text) {
        return first(() -> lookup("*").stream()
                .filter(node -> node instanceof Labeled labeled && text.equals(labeled.getText()) && isSeen(node)));
    }

    /** Whether neither the node nor what it stands in is hidden or without width. */
    public static boolean isSeen(Node node) {
        return node.getBoundsInParent().getWidth() > 0
                && Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
    }

    private static Node first(Supplier<Stream<Node>> wanted) {
        FxThread.await(() -> wanted.get().findAny().isPresent());
        return FxThread.call(() -> wanted.get().findFirst().orElseThrow());
    }
}
