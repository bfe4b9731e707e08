package app.recount.desktop.widget;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A frame with a coloured bar at its left: icon, a strong line, lines below it, and actions at the right. */
public final class StatusFrame extends HBox {

    private final VBox lines = new VBox(2);

    public StatusFrame(Status status, String title) {
        getStyleClass().addAll("status-frame", status.styleClass());
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(Labels.harmless(title));
        setAlignment(Pos.CENTER_LEFT);
        lines.getChildren().add(Labels.paragraph(title, "strong", "frame-title"));
        lines.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(lines, Priority.ALWAYS);
        var icon = Icons.of(status);
        icon.getStyleClass().add("large");
        getChildren().addAll(icon, lines);
    }

    public StatusFrame line(String text) {
        return line(Labels.paragraph(text, "muted"));
    }

    public StatusFrame line(Node node) {
        lines.getChildren().add(node);
        return this;
    }

    public StatusFrame actions(List<? extends Node> nodes) {
        getChildren().addAll(nodes);
        return this;
    }
}
