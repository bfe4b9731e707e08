package app.recount.desktop.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyEvent;

/**
 * Buttons side by side between which the arrow keys move. JavaFX's own arrow keys choose the next toggle of a group
 * without its action, so that what is shown as chosen is not what holds, and hide the ring around what has the focus.
 */
public final class ArrowKeys {

    private final List<ButtonBase> buttons = new ArrayList<>();
    private final Consumer<ButtonBase> reached;

    /**
     * @param around what the buttons stand in
     * @param reached what becomes of a button that the keys come to; it must be one that the Tab key stops at then
     */
    public ArrowKeys(Node around, Consumer<ButtonBase> reached) {
        this.reached = reached;
        around.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
    }

    public void add(ButtonBase button) {
        buttons.add(button);
    }

    private void move(KeyEvent event) {
        int at = buttons.indexOf(event.getTarget());
        int step = step(event);
        if (at < 0 || step == 0) {
            return;
        }
        event.consume();
        int to = at + step;
        if (to >= 0 && to < buttons.size()) {
            reached.accept(buttons.get(to));
            // only such a move shows where the focus is
            buttons.get(at).requestFocusTraversal(step > 0 ? TraversalDirection.NEXT : TraversalDirection.PREVIOUS);
        }
    }

    private static int step(KeyEvent event) {
        return switch (event.getCode()) {
            case RIGHT, DOWN -> 1;
            case LEFT, UP -> -1;
            default -> 0;
        };
    }
}
