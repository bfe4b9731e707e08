package app.recount.desktop.analyses;

import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Labels;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A run in the list: id and state, what it is about, tool and tokens. */
final class RunCell extends ListCell<RunRow> {

    private final RunWords words;
    private final Label id = Labels.strong("");
    private final Label state = Labels.plain("");
    private final Label subject = Labels.whole(Labels.muted(""));
    private final Label tool = Labels.muted("");
    private final Label tokens = Labels.muted("");
    private final VBox box;
    private @Nullable RunState drawn;

    RunCell(RunWords words) {
        this.words = words;
        id.setMinWidth(Region.USE_PREF_SIZE);
        state.setMinWidth(Region.USE_PREF_SIZE);
        tokens.setMinWidth(Region.USE_PREF_SIZE);
        box = new VBox(1, line(id, state), subject, line(tool, tokens));
        box.setAlignment(Pos.CENTER_LEFT);
        Labels.tellWhole(subject, this);
        // a cell is as wide as the list, not as what stands in it
        setPrefWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    private static HBox line(Label left, Label right) {
        var line = new HBox(4, left, Card.spring(), right);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    @Override
    protected void updateItem(@Nullable RunRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        id.setText(row.id());
        state.setText(words.state(row));
        subject.setText(words.subject(row.run()));
        tool.setText(row.run().tool());
        tokens.setText(words.tokens(row.tokens()));
        if (drawn != row.state()) {
            drawn = row.state();
            state.setGraphic(StateIcon.icon(row.state()));
        }
        setAccessibleText(
                String.join(", ", id.getText(), state.getText(), subject.getText(), tool.getText(), tokens.getText()));
        setGraphic(box);
    }
}
