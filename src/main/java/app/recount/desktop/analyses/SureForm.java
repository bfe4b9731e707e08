package app.recount.desktop.analyses;

import app.recount.desktop.widget.Labels;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Asks whether a step is really meant, and says what it does. */
final class SureForm extends Form {

    private final VBox content;
    private final Consumer<SureForm> step;
    private final ObservableValue<Boolean> valid = new SimpleBooleanProperty(true);
    private final ObservableValue<String> hint = new SimpleStringProperty("");
    private Runnable done = () -> {};

    /** A form whose {@code step} calls {@link #confirmed} or {@link #failed} in the end. */
    SureForm(String question, Consumer<SureForm> step) {
        this.step = step;
        content = new VBox(Labels.paragraph(question));
        content.getStyleClass().add("form-fields");
    }

    @Override
    Node content() {
        return content;
    }

    @Override
    Node firstFocus() {
        return content;
    }

    @Override
    ObservableValue<Boolean> valid() {
        return valid;
    }

    @Override
    ObservableValue<String> hint() {
        return hint;
    }

    @Override
    void submit(Runnable whenDone) {
        done = whenDone;
        step.accept(this);
    }

    void confirmed() {
        done.run();
    }
}
