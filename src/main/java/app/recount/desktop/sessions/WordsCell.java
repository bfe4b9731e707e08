package app.recount.desktop.sessions;

import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Labels;
import app.recount.text.VisibleText;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A text; what is absent or unknown is muted. */
class WordsCell extends TableCell<SessionRow, String> {

    private final String unknown;

    /** @param unknown the word for what is not known */
    WordsCell(String unknown, String... styleClasses) {
        this.unknown = unknown;
        Labels.whole(this);
        getStyleClass().addAll(styleClasses);
    }

    @Override
    protected void updateItem(@Nullable String words, boolean empty) {
        super.updateItem(words, empty);
        setText(empty || words == null ? null : VisibleText.name(words));
        getStyleClass().remove("absent");
        if (!empty && (Figures.ABSENT.equals(words) || unknown.equals(words))) {
            getStyleClass().add("absent");
        }
    }
}
