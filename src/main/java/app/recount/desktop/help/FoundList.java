package app.recount.desktop.help;

import app.recount.desktop.widget.Labels;
import app.recount.text.Texts;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;

/** Where words were found; a click or Enter shows the chapter. */
final class FoundList extends ListView<Found> {

    private final Consumer<Found> choose;

    /** @param said how many there are, or that there is none */
    FoundList(SearchModel search, ObservableValue<String> said, Texts texts, Consumer<Found> choose) {
        this.choose = choose;
        accessibleTextProperty().bind(said);
        var nothing = Labels.paragraph("", "muted");
        nothing.textProperty().bind(said);
        var placeholder = new StackPane(nothing);
        placeholder.setAlignment(Pos.TOP_LEFT);
        setPlaceholder(placeholder);
        getStyleClass().addAll("help-chapters", "help-found");
        setCellFactory(list -> cell(texts));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                chooseSelected();
                event.consume();
            }
        });
        search.found().subscribe(found -> {
            getItems().setAll(found);
            scrollTo(0);
        });
    }

    private FoundCell cell(Texts texts) {
        var cell = new FoundCell(texts);
        cell.setOnMouseClicked(event -> {
            if (cell.getItem() != null) {
                choose.accept(cell.getItem());
            }
        });
        return cell;
    }

    boolean isAtFirst() {
        return getSelectionModel().getSelectedIndex() <= 0;
    }

    /** @param show whether it is also shown at once */
    void takeFirst(boolean show) {
        getSelectionModel().selectFirst();
        if (show) {
            chooseSelected();
        } else {
            requestFocus();
        }
    }

    private void chooseSelected() {
        var selected = getSelectionModel().getSelectedItem();
        if (selected != null) {
            choose.accept(selected);
        }
    }
}
