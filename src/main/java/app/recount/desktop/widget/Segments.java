package app.recount.desktop.widget;

import javafx.beans.property.ObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** Choices side by side in one frame, of which one is chosen. Left and right move between them. */
public final class Segments<T> extends HBox {

    private final OneOf<T> buttons;

    /** @param name what a screen reader calls the whole */
    public Segments(String name, ObjectProperty<T> chosen) {
        buttons = new OneOf<>(chosen, this);
        getStyleClass().add("segments");
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(name);
        setMinWidth(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
    }

    public Segments<T> choice(T value, String text) {
        var button = new ToggleButton(text);
        button.getStyleClass().setAll("segment");
        button.setMinWidth(USE_PREF_SIZE);
        button.setMnemonicParsing(false);
        button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        buttons.add(button, value);
        if (getChildren().isEmpty()) {
            button.getStyleClass().add("first");
        }
        getChildren().add(button);
        return this;
    }
}
