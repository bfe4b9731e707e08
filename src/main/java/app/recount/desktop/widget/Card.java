package app.recount.desktop.widget;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/** A titled frame: header with something at its right, body, and possibly a footer under a line. */
public class Card extends VBox {

    private final HBox header;
    private final VBox body = new VBox();

    public Card(String title) {
        getStyleClass().add("card-frame");
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(title);
        header = new HBox(Labels.strong(title), spring());
        header.getStyleClass().add("card-header");
        body.getStyleClass().add("card-body");
        body.setClip(frame());
        getChildren().addAll(header, body);
    }

    /** A word without an end runs out of its label, and must not be painted over what another card says. */
    private Rectangle frame() {
        var frame = new Rectangle();
        frame.widthProperty().bind(body.widthProperty());
        frame.heightProperty().bind(body.heightProperty());
        return frame;
    }

    /** Something small at the header's right. */
    public Card aside(Node... nodes) {
        header.getChildren().addAll(nodes);
        return this;
    }

    public Card aside(String text) {
        return aside(Labels.styled(text, "muted", "small"));
    }

    public Card body(Node... nodes) {
        body.getChildren().setAll(List.of(nodes));
        return this;
    }

    /** A body without padding, for rows and tables that reach from edge to edge. */
    public Card flush() {
        body.getStyleClass().add("flush");
        return this;
    }

    public Card footer(Node... nodes) {
        var footer = new HBox(nodes);
        footer.getStyleClass().add("card-footer");
        getChildren().add(footer);
        return this;
    }

    /** Takes what room is left in a row. */
    public static Region spring() {
        var spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    /** The title's label, where a screen needs to change it. */
    public Label title() {
        return (Label) header.getChildren().getFirst();
    }
}
