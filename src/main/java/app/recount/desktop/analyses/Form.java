package app.recount.desktop.analyses;

import app.recount.problem.Problem;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** What stands in a dialog: fields, whether they are valid, and what is done with them. */
abstract class Form {

    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());

    abstract Node content();

    abstract Node firstFocus();

    /** Whether it may be confirmed now. */
    abstract ObservableValue<Boolean> valid();

    /** What is missing, or what will happen; stands beside the buttons. */
    abstract ObservableValue<String> hint();

    /** Does it; calls {@code done} when it has succeeded. What went wrong goes to {@link #problem()}, and the dialog stays. */
    abstract void submit(Runnable done);

    /** What went wrong at the last try. */
    final ObjectProperty<Optional<Problem>> problem() {
        return problem;
    }

    final void failed(Problem why) {
        problem.set(Optional.of(why));
    }
}
