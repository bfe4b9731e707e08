package app.recount.desktop.analyses;

import app.recount.problem.Problem;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** What stands in a dialog: fields, whether they are valid, and what is done with them. */
abstract class Form {

    abstract Node content();

    abstract Node firstFocus();

    /** Whether it may be confirmed now. */
    abstract ObservableValue<Boolean> valid();

    /** What is missing, or what will happen; stands beside the buttons. */
    abstract ObservableValue<String> hint();

    /** Does it, and calls {@code done} when it has succeeded, else {@code failed}. */
    abstract void submit(Runnable done, Consumer<Problem> failed);
}
