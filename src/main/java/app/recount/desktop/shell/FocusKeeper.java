package app.recount.desktop.shell;

import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the keyboard within a part of the window when what had the focus there is replaced by something else. JavaFX goes on at the
 * first control of the window then, far from what was just done.
 */
final class FocusKeeper {

    private final Node part;
    private final Supplier<Node> next;
    private boolean isWithin;
    private boolean isLost;

    /** @param next where the keyboard goes on */
    FocusKeeper(Node part, Supplier<Node> next) {
        this.part = part;
        this.next = next;
        ChangeListener<Node> focus = (owners, before, owner) -> moved(before, owner);
        part.sceneProperty().subscribe((before, scene) -> {
            if (before != null) {
                before.focusOwnerProperty().removeListener(focus);
            }
            if (scene != null) {
                scene.focusOwnerProperty().addListener(focus);
            }
        });
    }

    private void moved(@Nullable Node before, @Nullable Node owner) {
        if (owner == null) {
            isLost = isWithin && before != null && before.getScene() == null;
            return;
        }
        if (isLost) {
            Platform.runLater(() -> next.get().requestFocus()); // JavaFX is about to choose for itself
        }
        isLost = false;
        isWithin = contains(owner);
    }

    private boolean contains(Node owner) {
        for (Node each = owner; each != null; each = each.getParent()) {
            if (each.equals(part)) {
                return true;
            }
        }
        return false;
    }
}
