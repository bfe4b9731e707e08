package app.recount.desktop.widget;

import javafx.scene.control.ScrollPane;

/** Lets the keyboard come to what is only there to be read, so that its arrow and page keys scroll it. */
public final class ScrollKeys {

    private ScrollKeys() {}

    /** For a pane without a control that the Tab key would bring into sight; {@code name} is what a screen reader says. */
    public static void scroll(ScrollPane pane, String name) {
        pane.setFocusTraversable(true);
        pane.setAccessibleText(name);
        pane.getStyleClass().add("read-by-keys");
    }
}
