package app.recount.desktop.widget;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;

/**
 * Page Up, Page Down, Home and End scroll wherever the focus is, unless what has it knows these keys itself. JavaFX's own panes listen
 * only while they have the focus themselves, so that what holds no control could be read with the pointer alone.
 */
public final class PageKeys {

    /** Of what is in sight, so that the last lines stay to go on from. */
    private static final double PAGE = 0.9;

    private final Scene scene;

    private PageKeys(Scene scene) {
        this.scene = scene;
    }

    /** Lets these keys scroll in a scene, as long as there is the scene. */
    public static void serve(Scene scene) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, new PageKeys(scene)::pressed);
    }

    private void pressed(KeyEvent event) {
        boolean isPlain = !event.isShiftDown() && !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
        if (isPlain) {
            pane().ifPresent(pane -> target(event, pane).ifPresent(value -> {
                pane.setVvalue(value);
                event.consume();
            }));
        }
    }

    private static OptionalDouble target(KeyEvent event, ScrollPane pane) {
        double page = PAGE * seen(pane) / hidden(pane);
        return switch (event.getCode()) {
            case PAGE_UP -> OptionalDouble.of(Math.max(0, pane.getVvalue() - page));
            case PAGE_DOWN -> OptionalDouble.of(Math.min(1, pane.getVvalue() + page));
            case HOME -> OptionalDouble.of(0);
            case END -> OptionalDouble.of(1);
            default -> OptionalDouble.empty();
        };
    }

    /** The innermost pane around the focus that has more to show; else the largest one in sight. */
    private Optional<ScrollPane> pane() {
        return Stream.iterate(scene.getFocusOwner(), each -> each != null, Node::getParent)
                .flatMap(PageKeys::scrolling)
                .findFirst()
                .or(() -> scene.getRoot().lookupAll(".scroll-pane").stream()
                        .flatMap(PageKeys::scrolling)
                        .filter(PageKeys::isInSight)
                        .max(Comparator.comparingDouble(pane -> pane.getWidth() * pane.getHeight())));
    }

    private static Stream<ScrollPane> scrolling(Node node) {
        return node instanceof ScrollPane pane && pane.getContent() != null && hidden(pane) > 0
                ? Stream.of(pane)
                : Stream.empty();
    }

    private static boolean isInSight(Node node) {
        return Stream.iterate(node, each -> each != null, Node::getParent).allMatch(Node::isVisible);
    }

    private static double seen(ScrollPane pane) {
        return pane.getViewportBounds().getHeight();
    }

    private static double hidden(ScrollPane pane) {
        return pane.getContent().getLayoutBounds().getHeight() - seen(pane);
    }
}
