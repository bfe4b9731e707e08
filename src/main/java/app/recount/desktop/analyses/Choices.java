package app.recount.desktop.analyses;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;

/** A few choices side by side of which exactly one holds; left and right move between them. */
final class Choices<T> extends HBox {

    private final List<T> values;
    private final ObjectProperty<T> chosen;

    Choices(List<T> values, Function<T, String> name, ObjectProperty<T> chosen) {
        this.values = List.copyOf(values);
        this.chosen = chosen;
        getStyleClass().add("choices");
        var group = new ToggleGroup();
        for (var value : values) {
            var button = new ToggleButton(name.apply(value));
            button.getStyleClass().setAll("choice");
            button.setMinWidth(USE_PREF_SIZE);
            button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
            button.setMnemonicParsing(false);
            button.setToggleGroup(group);
            button.setOnAction(event -> choose(value));
            getChildren().add(button);
        }
        chosen.subscribe(now -> mark());
        setMaxWidth(USE_PREF_SIZE);
        setOnKeyPressed(event -> {
            int step = event.getCode() == KeyCode.LEFT ? -1 : event.getCode() == KeyCode.RIGHT ? 1 : 0;
            int at = values.indexOf(chosen.get()) + step;
            if (step != 0 && at >= 0 && at < values.size()) {
                choose(values.get(at));
                getChildren().get(at).requestFocus();
                event.consume();
            }
        });
    }

    /** The choice itself stays chosen when it is pressed again. */
    private void choose(T value) {
        chosen.setValue(value);
        mark();
    }

    private void mark() {
        for (int at = 0; at < values.size(); at++) {
            boolean is = values.get(at).equals(chosen.getValue());
            ((ToggleButton) getChildren().get(at)).setSelected(is);
            // one stop for Tab, as radio buttons have; the arrow keys move within
            getChildren().get(at).setFocusTraversable(is);
        }
    }

    Node first() {
        return getChildren().stream()
                .filter(node -> ((ToggleButton) node).isSelected())
                .findFirst()
                .orElseGet(() -> getChildren().getFirst());
    }
}
