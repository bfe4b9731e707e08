package app.recount.desktop.settings;

import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Status;
import app.recount.problem.Problem;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/** Below a field: why its content may not be used; gone when it may. */
final class ProblemLine extends Label {

    ProblemLine(ObservableValue<Optional<Problem>> problem) {
        getStyleClass().addAll("small", "paragraph");
        setWrapText(true);
        setGraphic(Icons.of(Status.CAUTION));
        problem.subscribe(this::show);
    }

    private void show(Optional<Problem> problem) {
        setText(problem.map(ProblemLine::words).orElse(""));
        setVisible(problem.isPresent());
        setManaged(problem.isPresent());
    }

    private static String words(Problem problem) {
        return problem.cause() == null ? problem.message() : problem.message() + " " + problem.cause();
    }
}
