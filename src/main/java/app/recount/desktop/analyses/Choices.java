package app.recount.desktop.analyses;

import app.recount.desktop.widget.OneOf;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** A few choices side by side of which exactly one holds; the arrow keys choose the next. */
final class Choices<T> extends HBox {

    Choices(List<T> values, Function<T, String> name, ObjectProperty<T> chosen) {
        getStyleClass().add("choices");
        setMaxWidth(USE_PREF_SIZE);
        var buttons = new OneOf<>(chosen, this);
        for (var value : values) {
            var button = new ToggleButton(name.apply(value));
            button.getStyleClass().setAll("choice");
            button.setMinWidth(USE_PREF_SIZE);
            button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
            button.setMnemonicParsing(false);
            buttons.add(button, value);
            getChildren().add(button);
        }
    }

    Node first() {
        return getChildren().stream()
                .filter(node -> ((ToggleButton) node).isSelected())
                .findFirst()
                .orElseGet(() -> getChildren().getFirst());
    }
}
