package app.recount.desktop.help;

import app.recount.desktop.help.Piece.Kind;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Prose;
import app.recount.text.Texts;
import java.util.stream.Collectors;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** A place of what was looked for: chapter, document, and the words around. */
final class FoundCell extends ListCell<Found> {

    private final Texts texts;
    private final Label chapter = Labels.strong("");
    private final Label document = Labels.styled("", "subtle", "tiny");
    private final TextFlow snippet = new TextFlow();
    private final VBox box = new VBox(1, chapter, document, snippet);

    FoundCell(Texts texts) {
        this.texts = texts;
        Labels.tellWhole(chapter, this);
        document.managedProperty().bind(document.visibleProperty());
        // a cell is as wide as the list, not as what stands in it
        setPrefWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable Found found, boolean empty) {
        super.updateItem(found, empty);
        if (found == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        var title = found.place().chapter().title();
        var name = texts.get("help.document." + found.place().name());
        chapter.setText(title);
        document.setText(name);
        document.setVisible(!name.equals(title));
        snippet.getChildren()
                .setAll(found.snippet().stream().map(FoundCell::text).toList());
        setAccessibleText(texts.get(
                "help.search.place",
                title,
                name,
                found.snippet().stream().map(Piece::text).collect(Collectors.joining())));
        setGraphic(box);
    }

    private static Text text(Piece piece) {
        return piece.kind() == Kind.STRONG
                ? Prose.piece(piece.text(), "small", "strong")
                : Prose.piece(piece.text(), "small", "muted");
    }

    /** The usual cell measures its graphic on one line. */
    @Override
    protected double computePrefHeight(double width) {
        return getGraphic() == null
                ? super.computePrefHeight(width)
                : snappedTopInset()
                        + box.prefHeight(width - snappedLeftInset() - snappedRightInset())
                        + snappedBottomInset();
    }
}
