package app.recount.desktop.help;

import app.recount.desktop.widget.Labels;
import app.recount.text.Texts;
import java.util.Objects;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;

/** The chapters of the document that is read. */
final class ChapterList extends ListView<Chapter> {

    private final HelpModel model;
    private boolean following;

    ChapterList(HelpModel model, Texts texts) {
        this.model = model;
        setAccessibleText(texts.get("help.chapters"));
        setCellFactory(list -> new ChapterCell());
        getStyleClass().add("help-chapters");
        getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        model.place().subscribe(this::follow);
    }

    private void chosen(Chapter chapter) {
        if (chapter != null && !following) {
            model.showChapter(chapter);
        }
    }

    private void follow(Place place) {
        following = true;
        if (!Objects.equals(getItems(), place.document().chapters())) {
            getItems().setAll(place.document().chapters());
        }
        getSelectionModel().select(place.chapter());
        following = false;
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
