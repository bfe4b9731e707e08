package app.recount.desktop.widget;

import app.recount.problem.Problem;
import app.recount.text.Texts;
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

    /** What went wrong, and why if that is known; what can be done about it is for the caller to say. */
    public static StatusFrame of(Status status, Problem problem, Texts texts) {
        var frame = new StatusFrame(status, texts.say(problem.message()));
        if (problem.cause() != null) {
            frame.line(texts.say(problem.cause()));
        }
        return frame;
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
