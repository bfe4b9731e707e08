package app.recount.desktop.help;

import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Labels;
import app.recount.text.Texts;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;

/** At the left which document and which chapter, at the right the chapter. */
final class HelpView extends BorderPane {

    private final HelpModel model;
    private final Documents documents;
    private final ObservableValue<ColorScheme> scheme;
    private final ListView<Chapter> chapters = new ListView<>();
    private final ComboBox<String> names = new ComboBox<>();
    private final ScrollPane page = new ScrollPane();
    private boolean following;

    HelpView(HelpModel model, Documents documents, Texts texts, ObservableValue<ColorScheme> scheme) {
        this.model = model;
        this.documents = documents;
        this.scheme = scheme;
        getStyleClass().addAll("shell", "help");
        var back = Buttons.quiet(Feather.ARROW_LEFT, texts.get("help.back"), model::goBack);
        back.disableProperty().bind(model.canGoBack().map(can -> !can));
        names.getItems().setAll(Documents.NAMES);
        names.setConverter(new StringConverter<>() {
            @Override
            public String toString(String name) {
                return name == null ? "" : texts.get("help.document." + name);
            }

            @Override
            public String fromString(String text) {
                throw new UnsupportedOperationException("the choice is not edited");
            }
        });
        names.setAccessibleText(texts.get("help.documents"));
        names.setMaxWidth(Double.MAX_VALUE);
        names.getStyleClass().add("tool");
        HBox.setHgrow(names, Priority.ALWAYS);
        chapters.setAccessibleText(texts.get("help.chapters"));
        chapters.setCellFactory(list -> new ChapterCell());
        chapters.getStyleClass().add("help-chapters");
        VBox.setVgrow(chapters, Priority.ALWAYS);
        var choice = new HBox(4, back, names);
        choice.getStyleClass().add("help-choice");
        var contents = new VBox(choice, chapters);
        contents.getStyleClass().add("help-contents");
        page.setFitToWidth(true);
        page.setAccessibleText(texts.get("help.page"));
        setLeft(contents);
        setCenter(page);
        names.valueProperty().subscribe(this::chosen);
        chapters.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        model.place().subscribe(this::show);
        scheme.subscribe(() -> show(model.place().get()));
    }

    Node firstFocus() {
        return page;
    }

    private void chosen(String name) {
        if (name != null && !following) {
            model.showDocument(name);
        }
    }

    private void chosen(Chapter chapter) {
        if (chapter != null && !following) {
            model.showChapter(chapter);
        }
    }

    private void show(Place place) {
        following = true;
        names.setValue(place.name());
        if (!Objects.equals(chapters.getItems(), place.document().chapters())) {
            chapters.getItems().setAll(place.document().chapters());
        }
        chapters.getSelectionModel().select(place.chapter());
        following = false;
        var dark = scheme.getValue() == ColorScheme.DARK;
        page.setContent(new ChapterView(place.chapter(), model::leadsTo, file -> documents.picture(file, dark)));
        page.setVvalue(0);
    }

    private static final class ChapterCell extends ListCell<Chapter> {

        ChapterCell() {
            setPrefWidth(0);
            Labels.tellWhole(this, this);
        }

        @Override
        protected void updateItem(Chapter chapter, boolean empty) {
            super.updateItem(chapter, empty);
            setText(empty || chapter == null ? null : chapter.title().replaceFirst(":.*", ""));
        }
    }
}
