package app.recount.desktop.widget;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Buttons of which exactly one is chosen, as a property says and as it is told. Left and right move between them. */
final class OneOf<T> {

    private final ToggleGroup group = new ToggleGroup();
    private final ObjectProperty<T> chosen;

    /** @param row what the buttons stand in */
    OneOf(ObjectProperty<T> chosen, Node row) {
        this.chosen = chosen;
        row.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
        chosen.subscribe(this::select);
    }

    void add(ToggleButton button, T value) {
        button.setToggleGroup(group);
        button.setUserData(value);
        // what is chosen stays chosen when it is clicked again
        button.setOnAction(event -> {
            button.setSelected(true);
            chosen.set(value);
        });
        button.setSelected(value.equals(chosen.get()));
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
