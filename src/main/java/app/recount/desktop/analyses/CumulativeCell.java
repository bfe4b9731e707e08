package app.recount.desktop.analyses;

import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Status;
import app.recount.text.Texts;
import java.util.function.Supplier;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The session's count at a mark; in the line of the sum, whether the stages add up to the total. */
final class CumulativeCell extends TableCell<StageRow, StageRow> {

    private final Texts texts;
    private final Supplier<SumCheck> check;

    CumulativeCell(Texts texts, Supplier<SumCheck> check) {
        this.texts = texts;
        this.check = check;
        getStyleClass().addAll("figure", "verdict");
    }

    @Override
    protected void updateItem(@Nullable StageRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            setText(null);
            setGraphic(null);
        } else if (row.kind() == StageRow.Kind.SUM) {
            var said = check.get();
            setGraphic(
                    said instanceof SumCheck.AddsUp ? Icons.of(Feather.CHECK, Status.GOOD) : Icons.of(said.status()));
            setText(said.words(texts));
        } else {
            setGraphic(null);
            setText(row.cumulative().map(Figures::of).orElseGet(() -> texts.get("analyses.unknown")));
        }
    }
}
