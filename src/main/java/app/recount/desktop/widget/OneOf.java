package app.recount.desktop.widget;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

/** Buttons of which exactly one is chosen, as a property says and as it is told. The arrow keys choose the next. */
public final class OneOf<T> {

    private final ToggleGroup group = new ToggleGroup();
    private final ObjectProperty<T> chosen;
    private final ArrowKeys keys;

    /** @param row what the buttons stand in */
    public OneOf(ObjectProperty<T> chosen, Node row) {
        this.chosen = chosen;
        keys = new ArrowKeys(row, ButtonBase::fire);
        chosen.subscribe(this::select);
    }

    public void add(ToggleButton button, T value) {
        button.setToggleGroup(group);
        keys.add(button);
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
}
