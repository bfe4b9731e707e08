package app.recount.desktop.widget;

import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * Lets the styles show where the focus is as long as the keyboard is used: the root of the scene is in a state of that name then. What
 * JavaFX itself knows as a focus to be seen is one that the Tab key moved, so that nothing would show where the focus went when a page
 * or a dialog opens, or when what had it is gone.
 */
public final class FocusRing {

    private static final PseudoClass KEYBOARD = PseudoClass.getPseudoClass("keyboard");

    private FocusRing() {}

    /** Follows what a scene is used with, as long as there is the scene. */
    public static void follow(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!event.getCode().isModifierKey()) {
                show(scene, true);
            }
        });
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> show(scene, false));
    }

    /** The same for a scene that begins as the one that it came from was left. */
    public static void follow(Scene scene, Scene from) {
        show(scene, from.getRoot().getPseudoClassStates().contains(KEYBOARD));
        follow(scene);
    }

    private static void show(Scene scene, boolean isShown) {
        scene.getRoot().pseudoClassStateChanged(KEYBOARD, isShown);
    }
}
