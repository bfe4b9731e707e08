package app.recount.desktop.review;

import app.recount.delivery.Outcome;
import app.recount.delivery.Outcome.Acknowledgement;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Status;
import app.recount.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** The requests that the server acknowledged, one a row. */
final class RequestsCard {

    private static final List<String> COLUMNS = List.of("number", "events", "bytes", "retries", "time", "answer");

    private RequestsCard() {}

    /** Empty for an outcome without a request. */
    static Optional<Card> of(Outcome outcome, Texts texts) {
        if (outcome.requests() == 0 && acknowledgements(outcome).isEmpty()) {
            return Optional.empty();
        }
        var acknowledged = acknowledgements(outcome);
        var card = new Card(texts.get("review.ended.requests.title"))
                .aside(texts.get(
                        "review.ended.requests.aside",
                        acknowledged.size(),
                        Math.max(outcome.requests(), acknowledged.size())));
        return Optional.of(
                acknowledged.isEmpty()
                        ? card.body(Labels.paragraph(texts.get("review.ended.requests.unacknowledged"), "muted"))
                        : card.flush().body(table(acknowledged, texts)));
    }

    private static List<Acknowledgement> acknowledgements(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Delivered delivered -> delivered.acknowledgements();
            case Outcome.Unknown unknown -> unknown.acknowledgements();
            case Outcome.Refused _, Outcome.DryRun _, Outcome.NothingToDo _ -> List.of();
        };
    }

    private static GridPane table(List<Acknowledgement> acknowledged, Texts texts) {
        var grid = new GridPane();
        grid.getStyleClass().add("small-table");
        for (var column : COLUMNS) {
            boolean figure = !column.equals("answer");
            var constraints = new ColumnConstraints();
            constraints.setHgrow(Priority.ALWAYS);
            constraints.setHalignment(figure ? HPos.RIGHT : HPos.LEFT);
            grid.getColumnConstraints().add(constraints);
            grid.add(
                    cell(Labels.plain(texts.get("review.ended.requests." + column)), "head", figure),
                    COLUMNS.indexOf(column),
                    0);
        }
        for (int i = 0; i < acknowledged.size(); i++) {
            add(grid, i + 1, acknowledged.get(i), texts);
        }
        return grid;
    }

    private static void add(GridPane grid, int row, Acknowledgement taken, Texts texts) {
        var figures = List.of(
                Figures.of(row),
                Figures.of(taken.events()),
                Figures.of(taken.bytes()),
                Figures.of(taken.retries()),
                texts.get("review.ended.requests.millis", taken.millis()));
        for (int column = 0; column < figures.size(); column++) {
            grid.add(cell(Labels.plain(figures.get(column)), "cell", true), column, row);
        }
        var answer = Labels.withIcon(Icons.of(Feather.CHECK, Status.GOOD), taken.status() + " " + word(taken.answer()));
        grid.add(cell(answer, "cell", false), figures.size(), row);
    }

    /** The server's word out of its small JSON; anything longer stands in the receipt. */
    private static String word(String answer) {
        return answer.replaceAll(".*\"status\"\\s*:\\s*\"?([A-Za-z0-9]{1,12})\"?.*", "$1")
                .strip();
    }

    private static Label cell(Label label, String styleClass, boolean figure) {
        label.getStyleClass().add(styleClass);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().add(figure ? "figure" : "words");
        return label;
    }
}
