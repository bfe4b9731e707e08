package app.recount.desktop.help;

import app.recount.desktop.shell.Shortcuts;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.FilterField;
import app.recount.desktop.widget.Labels;
import app.recount.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The column beside the chapter: documents and their chapters, or where the words stand that are looked for. */
final class Contents extends VBox {

    private final SearchModel search;
    private final FilterField field;
    private final FoundList found;

    /** @param choose shows what was found */
    Contents(HelpModel model, SearchModel search, Texts texts, Consumer<Found> choose) {
        this.search = search;
        var said = search.words().map(words -> said(words, search.found().get(), texts));
        field = new FilterField(texts.get("help.search"), Shortcuts.shown("F"));
        field.textProperty().bindBidirectional(search.typed());
        field.accessibleHelpProperty().bind(said);
        found = new FoundList(search, said, texts, choose);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::toFound);
        found.addEventFilter(KeyEvent.KEY_PRESSED, this::toField);

        var back = Buttons.quiet(Feather.ARROW_LEFT, texts.get("help.back"), model::goBack);
        back.disableProperty().bind(model.canGoBack().map(can -> !can));
        var searching = search.words().map(words -> !words.isEmpty());
        var beside = either(searching, count(said), new DocumentChoice(model, texts));
        beside.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(beside, Priority.ALWAYS);
        var choice = new HBox(4, back, beside);
        var top = new VBox(8, field, choice);
        top.getStyleClass().add("help-top");
        var list = either(searching, found, new ChapterList(model, texts));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().setAll(top, list);
        getStyleClass().add("help-contents");
    }

    private static String said(SearchWords words, List<Found> found, Texts texts) {
        if (words.isEmpty()) {
            return "";
        }
        return found.isEmpty()
                ? texts.get("help.search.none", words.words().size())
                : texts.get("help.search.found", found.size());
    }

    /** Where nothing is found, the list has room for the sentence. */
    private Label count(ObservableValue<String> said) {
        return Labels.bound(said.map(text -> search.found().get().isEmpty() ? "" : text), "muted");
    }

    private static StackPane either(ObservableValue<Boolean> condition, Node one, Node other) {
        one.visibleProperty().bind(condition);
        other.visibleProperty().bind(condition.map(holds -> !holds));
        return new StackPane(other, one);
    }

    void focusSearch() {
        field.requestFocus();
        field.selectAll();
    }

    /** Gives the chapters back; says whether something was looked for. */
    boolean endSearch() {
        if (found.isFocused()) {
            field.requestFocus();
        }
        return search.end();
    }

    private void toFound(KeyEvent event) {
        if (List.of(KeyCode.DOWN, KeyCode.ENTER).contains(event.getCode())
                && !search.found().get().isEmpty()) {
            found.takeFirst(event.getCode() == KeyCode.ENTER);
            event.consume();
        }
    }

    private void toField(KeyEvent event) {
        if (event.getCode() == KeyCode.UP && found.isAtFirst()) {
            focusSearch();
            event.consume();
        }
    }
}
