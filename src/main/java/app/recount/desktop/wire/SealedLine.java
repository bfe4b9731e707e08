package app.recount.desktop.wire;

import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Status;
import app.recount.payload.Digest;
import app.recount.text.Texts;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The line under stored or sealed bytes: their digest, computed again, beside the one they should have. */
public final class SealedLine extends HBox {

    public SealedLine(byte[] body, Digest expected, Texts texts, Consumer<String> clipboard) {
        getStyleClass().add("sealed-line");
        setAlignment(Pos.CENTER_LEFT);
        boolean same = Digest.of(body).equals(expected);
        var digest = Labels.mono(expected.shortened());
        Buttons.name(digest, expected.toString());
        digest.setMinWidth(0);
        getChildren()
                .addAll(
                        Labels.withIcon(
                                Icons.of(Feather.LOCK, Status.NOTE), texts.get("review.payload.sealed"), "strong"),
                        digest,
                        Buttons.quiet(
                                Feather.COPY,
                                texts.get("review.what.copy-digest"),
                                () -> clipboard.accept(expected.toString())),
                        Card.spring(),
                        same
                                ? Labels.withIcon(
                                        Icons.of(Feather.CHECK, Status.GOOD),
                                        texts.get("review.payload.matches-bytes"),
                                        "muted")
                                : Labels.status(Status.FAILURE, texts.get("review.payload.differs")));
        // the digest gives way where there is no room, the words around it do not
        getChildren().stream()
                .filter(node -> node instanceof Label && !node.equals(digest))
                .forEach(node -> ((Label) node).setMinWidth(USE_PREF_SIZE));
    }
}
