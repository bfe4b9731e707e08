package app.recount.desktop.settings;

import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Status;
import app.recount.problem.Problem;
import app.recount.text.Texts;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/** Below a field: why its content may not be used; gone when it may. */
final class ProblemLine extends Label {

    private final Texts texts;

    ProblemLine(ObservableValue<Optional<Problem>> problem, Texts texts) {
        this.texts = texts;
        getStyleClass().addAll("small", "paragraph");
        setWrapText(true);
        setGraphic(Icons.of(Status.CAUTION));
        problem.subscribe(this::show);
    }

    private void show(Optional<Problem> problem) {
        setText(problem.map(Problem::sentences).map(texts::say).orElse(""));
        setVisible(problem.isPresent());
        setManaged(problem.isPresent());
    }
}
