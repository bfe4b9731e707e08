package app.recount.desktop.analyses;

import app.recount.desktop.widget.Labels;
import app.recount.text.Texts;
import app.recount.text.VisibleText;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A stage's name beside the colour that it has in the bar. */
final class StageNameCell extends TableCell<StageRow, StageRow> {

    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final Texts texts;
    private final Supplier<Optional<SumCheck>> check;
    private final Region swatch = new Region();

    /**
     * A cell of the table.
     *
     * @param check what the line of the sum has to say here, because the column that says it gave way
     */
    StageNameCell(Texts texts, Supplier<Optional<SumCheck>> check) {
        this.texts = texts;
        this.check = check;
        Labels.whole(this);
        swatch.getStyleClass().add("swatch");
    }

    @Override
    protected void updateItem(@Nullable StageRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            setText(null);
            setGraphic(null);
            return;
        }
        swatch.getStyleClass().removeIf(name -> name.startsWith("stage-"));
        swatch.getStyleClass().add(row.styleClass());
        setGraphic(row.kind() == StageRow.Kind.SUM ? null : swatch);
        setText(
                switch (row.kind()) {
                    case STAGE -> VisibleText.name(row.name().orElse(""));
                    case OPEN -> texts.get("analyses.stage.not-marked");
                    case REST -> texts.get("analyses.stage.rest");
                    case SUM -> sum();
                });
        pseudoClassStateChanged(OPEN, row.kind() == StageRow.Kind.OPEN || row.kind() == StageRow.Kind.REST);
    }

    private String sum() {
        return check.get()
                .map(said -> texts.get("analyses.sum") + ": " + said.words(texts))
                .orElseGet(() -> texts.get("analyses.sum"));
    }
}
