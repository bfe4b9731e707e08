package app.recount.desktop.wire;

import app.recount.desktop.widget.Figures;
import app.recount.text.VisibleText;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;

/** One line: its offset, and its pieces in their colours behind an indent that is painted only. */
final class WireCell extends ListCell<Integer> {

    private static final double DIGIT_WIDTH = 7;
    private static final double GUTTER_PADDING = 16;
    private static final double INDENT = 14;

    private final WireView view;
    private final Text offset = new Text();
    private final HBox pieces = new HBox();
    private final HBox row;

    WireCell(WireView view) {
        this.view = view;
        offset.getStyleClass().add("offset");
        pieces.setAlignment(Pos.BASELINE_LEFT);
        var gutter = new StackPane(offset);
        gutter.setAlignment(Pos.CENTER_RIGHT);
        gutter.setMinWidth(view.offsetDigits() * DIGIT_WIDTH + GUTTER_PADDING);
        row = new HBox(12, gutter, pieces);
        row.setAlignment(Pos.CENTER_LEFT);
        setOnMouseClicked(event -> {
            if (getItem() != null) {
                view.chosen(getItem());
            }
        });
    }

    @Override
    protected void updateItem(Integer line, boolean empty) {
        super.updateItem(line, empty);
        getStyleClass().remove("marked");
        if (empty || line == null) {
            setGraphic(null);
            return;
        }
        var lines = view.lines();
        var text = lines.text(line);
        offset.setText(Figures.of(lines.offset(line)));
        pieces.getChildren().clear();
        if (view.isColoured()) {
            WireToken.of(text).forEach(token -> add(token.text(), token.kind().styleClass()));
        } else {
            add(text, "plain");
        }
        pieces.setPadding(new Insets(0, 12, 0, lines.depth(line) * INDENT));
        if (view.isMarked(line)) {
            getStyleClass().add("marked");
        }
        setAccessibleText(offset.getText() + ": " + text);
        setGraphic(row);
    }

    private void add(String text, String styleClass) {
        var piece = new Text(VisibleText.of(text));
        piece.getStyleClass().addAll("wire", styleClass);
        pieces.getChildren().add(piece);
    }
}
