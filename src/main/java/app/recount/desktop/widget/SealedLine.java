package app.recount.desktop.widget;

import app.recount.payload.Digest;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The digest of sealed bytes, whether they still have it, and a line below for what is shown of them. */
public final class SealedLine extends VBox {

    /**
     * The words that stand here.
     *
     * @param mismatch with the digest that the bytes really have as its argument
     */
    public record Words(String sealed, String copy, String matches, String mismatch) {}

    private final Words words;
    private final Label digest = Labels.mono("");
    private final Label check = new Label();
    private final Label below = Labels.styled("", "muted", "small");
    private final Label hint = Labels.styled("", "muted", "small");
    private String full = "";

    /** Copies the digest in full, although it is shown shortened. */
    public SealedLine(Words words, Consumer<String> clipboard) {
        this.words = words;
        getStyleClass().add("sealed-line");
        var lock = Icons.of(Feather.LOCK, "status-note");
        var first = new HBox(
                8,
                lock,
                Labels.styled(words.sealed(), "strong", "small"),
                digest,
                Buttons.quiet(Feather.COPY, words.copy(), () -> clipboard.accept(full)),
                Card.spring(),
                check);
        first.setAlignment(Pos.CENTER_LEFT);
        var second = new HBox(8, below, Card.spring(), hint);
        getChildren().addAll(first, second);
        check.setMinWidth(USE_PREF_SIZE);
        below.setMinWidth(USE_PREF_SIZE);
    }

    /** Compares what the bytes should have with what they have. */
    public void show(Digest expected, Digest actual) {
        full = expected.toString();
        digest.setText(expected.shortened());
        digest.setAccessibleText(full);
        boolean same = expected.equals(actual);
        check.getStyleClass().setAll("label", "small", "muted");
        check.setGraphic(same ? Icons.of(Feather.CHECK, Status.GOOD) : Icons.of(Status.FAILURE));
        check.setText(same ? words.matches() : words.mismatch());
    }

    public void below(String text, String right) {
        below.setText(text);
        hint.setText(right);
    }
}
