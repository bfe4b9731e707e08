package app.recount.desktop.help;

import app.recount.text.Texts;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** Which document is read. */
final class DocumentChoice extends ComboBox<String> {

    private final HelpModel model;
    private boolean following;

    DocumentChoice(HelpModel model, Texts texts) {
        this.model = model;
        getItems().setAll(Documents.NAMES);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(String name) {
                return name == null ? "" : texts.get("help.document." + name);
            }

            @Override
            public String fromString(String text) {
                throw new UnsupportedOperationException("the choice is not edited");
            }
        });
        setAccessibleText(texts.get("help.documents"));
        setMaxWidth(Double.MAX_VALUE);
        getStyleClass().add("tool");
        valueProperty().subscribe(this::chosen);
        model.place().subscribe(this::follow);
    }

    private void chosen(String name) {
        if (name != null && !following) {
            model.showDocument(name);
        }
    }

    private void follow(Place place) {
        following = true;
        setValue(place.name());
        following = false;
    }
}
