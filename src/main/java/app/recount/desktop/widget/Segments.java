package app.recount.desktop.widget;

import javafx.beans.property.ObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** Choices side by side in one frame, of which one is chosen. Left and right move between them. */
public final class Segments<T> extends HBox {

    private final ToggleGroup group = new ToggleGroup();
    private final ObjectProperty<T> chosen;

    /** @param name what a screen reader calls the whole */
    public Segments(String name, ObjectProperty<T> chosen) {
        this.chosen = chosen;
        getStyleClass().add("segments");
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(name);
        setMinWidth(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
        addEventFilter(KeyEvent.KEY_PRESSED, this::move);
        chosen.subscribe(this::select);
    }

    public Segments<T> choice(T value, String text) {
        var button = new ToggleButton(text);
        button.getStyleClass().setAll("segment");
        button.setMinWidth(USE_PREF_SIZE);
        button.setMnemonicParsing(false);
        button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        button.setToggleGroup(group);
        button.setUserData(value);
        // what is chosen stays chosen when it is clicked again
        button.setOnAction(event -> {
            button.setSelected(true);
            chosen.set(value);
        });
        button.setSelected(value.equals(chosen.get()));
        if (getChildren().isEmpty()) {
            button.getStyleClass().add("first");
        }
        getChildren().add(button);
        return this;
    }

    private void select(T value) {
        for (var toggle : group.getToggles()) {
            toggle.setSelected(toggle.getUserData().equals(value));
        }
    }

    private void move(KeyEvent event) {
        int step = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        int to = group.getToggles().indexOf(group.getSelectedToggle()) + step;
        if (step != 0 && to >= 0 && to < group.getToggles().size()) {
            var button = (ToggleButton) group.getToggles().get(to);
            button.fire();
            button.requestFocus();
            event.consume();
        }
    }
}
