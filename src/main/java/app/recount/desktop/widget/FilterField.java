package app.recount.desktop.widget;

import atlantafx.base.controls.CustomTextField;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/** A field that filters while one types; Esc empties it. */
public final class FilterField extends CustomTextField {

    /**
     * @param prompt what is filtered, also its name for a screen reader
     * @param shortcut how the keyboard reaches it, as it is shown while the field is empty
     */
    public FilterField(String prompt, String shortcut) {
        getStyleClass().add("filter-field");
        setPromptText(prompt);
        setAccessibleText(prompt);
        setTooltip(new Tooltip(prompt));
        setLeft(Icons.of(Feather.SEARCH));
        var hint = new Label(shortcut);
        hint.getStyleClass().addAll("subtle", "tiny");
        setRight(hint);
        hint.visibleProperty().bind(textProperty().isEmpty());
        hint.managedProperty().bind(hint.visibleProperty());
        addEventFilter(KeyEvent.KEY_PRESSED, this::emptyOnEscape);
    }

    private void emptyOnEscape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
            clear();
            event.consume();
        }
    }
}
