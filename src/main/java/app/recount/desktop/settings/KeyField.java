package app.recount.desktop.settings;

import app.recount.desktop.widget.Buttons;
import app.recount.text.Texts;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** A key, shown as dots unless the user asks to see it. */
final class KeyField extends PasswordField {

    private final Texts texts;
    private final TextField plain = new TextField();

    KeyField(Texts texts) {
        this.texts = texts;
        setPromptText(texts.get("settings.key.prompt"));
    }

    /** Does something whenever the key is left, whether it was shown or not. */
    void whenLeft(Runnable action) {
        Stream.of(this, plain)
                .forEach(field -> field.focusedProperty().subscribe((before, focused) -> {
                    if (!focused) {
                        action.run();
                    }
                }));
    }

    /** The field with a button beside it that shows and hides the key. */
    Node withToggle() {
        plain.getStyleClass().add("mono");
        plain.textProperty().bindBidirectional(textProperty());
        plain.accessibleTextProperty().bind(accessibleTextProperty());
        plain.onActionProperty().bind(onActionProperty());
        plain.setVisible(false);
        var fields = new StackPane(this, plain);
        HBox.setHgrow(fields, Priority.ALWAYS);
        var toggle = Buttons.icon(Feather.EYE, texts.get("settings.key.show"), () -> {});
        toggle.setOnAction(event -> {
            plain.setVisible(!plain.isVisible());
            setVisible(!plain.isVisible());
            var name = texts.get(plain.isVisible() ? "settings.key.hide" : "settings.key.show");
            toggle.setAccessibleText(name);
            Tooltip.install(toggle, new Tooltip(name));
        });
        return new HBox(8, fields, toggle);
    }
}
