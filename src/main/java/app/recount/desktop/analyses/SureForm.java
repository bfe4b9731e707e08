package app.recount.desktop.analyses;

import app.recount.desktop.widget.Labels;
import app.recount.problem.Problem;
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
    private Consumer<Problem> unsuccessful = problem -> {};

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
    void submit(Runnable whenDone, Consumer<Problem> whenFailed) {
        done = whenDone;
        unsuccessful = whenFailed;
        step.accept(this);
    }

    void confirmed() {
        done.run();
    }

    void failed(Problem why) {
        unsuccessful.accept(why);
    }
}
