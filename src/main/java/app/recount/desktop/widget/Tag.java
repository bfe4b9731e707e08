package app.recount.desktop.widget;

import app.recount.text.VisibleText;
import javafx.scene.control.Label;

/** A small rounded label: a shape and a word. */
public final class Tag extends Label {

    public Tag(Status status, String text) {
        getStyleClass().add("tag");
        show(status, text);
    }

    public void show(Status status, String text) {
        getStyleClass().removeIf(name -> name.startsWith("status-"));
        getStyleClass().add(status.styleClass());
        setGraphic(Icons.of(status));
        setText(VisibleText.name(text));
        setMinWidth(USE_PREF_SIZE);
    }
}
