package app.recount.desktop.review;

import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Prose;
import app.recount.desktop.wire.WireToken;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;

/** Rows that several cards have. */
final class Rows {

    private Rows() {}

    /** Statements below each other, each led by an icon and its first sentence. */
    static VBox statements(List<Node> rows) {
        var box = new VBox();
        box.getChildren().addAll(rows);
        box.getChildren().getLast().getStyleClass().add("last");
        return box;
    }

    static Node statement(Feather icon, String text) {
        var words = Prose.led(text);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(11, Icons.of(icon), words);
        row.getStyleClass().addAll("ruled-row", "statement");
        return row;
    }

    /** Tools below a card's body, without a line above them. */
    static HBox footer(List<? extends Node> tools) {
        var footer = new HBox();
        footer.getChildren().addAll(tools);
        footer.getStyleClass().addAll("card-footer", "bare");
        return footer;
    }

    /** A line of JSON in the colours of the wire. */
    static TextFlow wire(String line) {
        var flow = new TextFlow();
        WireToken.of(line)
                .forEach(token -> flow.getChildren()
                        .add(Prose.piece(token.text(), "wire", token.kind().styleClass())));
        return flow;
    }
}
