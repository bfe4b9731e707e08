package app.recount.desktop.widget;

import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The 52 pixels on top of a page: its name, a line beside it, tools at the right. */
public final class PageHeader extends HBox {

    private final Label subtitle = Labels.muted("");

    public PageHeader(String title, Node... tools) {
        getStyleClass().add("page-header");
        var name = Labels.title(title);
        name.setAccessibleRole(AccessibleRole.TEXT);
        name.setMinWidth(Label.USE_PREF_SIZE);
        getChildren().addAll(name, subtitle, Card.spring());
        getChildren().addAll(tools);
    }

    public StringProperty subtitleProperty() {
        return subtitle.textProperty();
    }

    public PageHeader subtitle(String text) {
        subtitle.setText(text);
        return this;
    }
}
