package app.recount.desktop.widget;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Figures that stand for themselves, side by side in one frame. */
public final class FigureCards extends HBox {

    public FigureCards() {
        getStyleClass().addAll("card-frame", "cards");
    }

    /** A figure with its name above it; what else is given stands small beside it. */
    public FigureCards card(String name, Label figure, Label... beside) {
        var values = new HBox(6, figure);
        values.getChildren().addAll(beside);
        values.setAlignment(Pos.BASELINE_LEFT);
        var title = Labels.styled(name, "muted", "small");
        var card = new VBox(1, title, values);
        card.getStyleClass().add("card");
        card.setAlignment(Pos.CENTER_LEFT);
        card.setAccessibleRole(AccessibleRole.TEXT);
        card.accessibleTextProperty().bind(figure.textProperty().map(value -> name + ": " + value));
        // as wide as the others while there is room, never narrower than its texts
        card.setPrefWidth(100);
        title.setMinWidth(USE_PREF_SIZE);
        values.getChildren().forEach(text -> ((Label) text).setMinWidth(USE_PREF_SIZE));
        HBox.setHgrow(card, Priority.ALWAYS);
        getChildren().forEach(other -> other.getStyleClass().remove("last"));
        card.getStyleClass().add("last");
        getChildren().add(card);
        return this;
    }
}
