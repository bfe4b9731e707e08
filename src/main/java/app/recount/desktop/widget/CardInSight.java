package app.recount.desktop.widget;

import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/**
 * Brings the whole card into sight when the keyboard comes to a control in it. JavaFX scrolls so that the control stands at the upper
 * edge, where what the card says of it is out of sight.
 */
public final class CardInSight {

    private static final double AROUND = 12;

    private final ScrollPane pane;

    private CardInSight(ScrollPane pane) {
        this.pane = pane;
    }

    /** Watches the focus in what the pane scrolls, as long as the pane is in a scene. */
    public static void watch(ScrollPane pane) {
        var sight = new CardInSight(pane);
        ChangeListener<Node> focus = (owners, before, owner) -> sight.focused(owner);
        pane.sceneProperty().subscribe((before, scene) -> {
            if (before != null) {
                before.focusOwnerProperty().removeListener(focus);
            }
            if (scene != null) {
                scene.focusOwnerProperty().addListener(focus);
            }
        });
    }

    private void focused(@Nullable Node owner) {
        var card = card(owner);
        if (owner != null && card != null && owner.isFocusVisible()) {
            Platform.runLater(
                    () -> show(owner, card)); // JavaFX's own scrolling comes with the same key, after the focus
        }
    }

    private void show(Node owner, Card card) {
        double seen = pane.getViewportBounds().getHeight();
        double hidden = pane.getContent().getLayoutBounds().getHeight() - seen;
        if (hidden <= 0) {
            return;
        }
        var whole = place(card);
        var control = place(owner);
        var isLarge = whole.getHeight() + 2 * AROUND > seen;
        double least = (isLarge ? control : whole).getMaxY() + AROUND - seen;
        double most = Math.max(least, whole.getMinY() - AROUND);
        double top = Math.clamp(pane.getVvalue() * hidden, least, most);
        pane.setVvalue(Math.clamp(top / hidden, 0, 1));
    }

    private Bounds place(Node node) {
        return pane.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }

    /** The outermost card around a control within the content; null if there is none. */
    private @Nullable Card card(@Nullable Node owner) {
        Card found = null;
        for (var each = owner; each != null; each = each.getParent()) {
            if (each.equals(pane.getContent())) {
                return found;
            }
            found = each instanceof Card card ? card : found;
        }
        return null;
    }
}
