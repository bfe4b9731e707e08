package app.recount.desktop.analyses;

import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Money;
import app.recount.text.Texts;
import java.math.BigDecimal;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** What a synthesis was made from, with tokens and cost, and the total from end to end. */
final class SynthesisCard extends Card {

    private final RunsModel model;
    private final Texts texts;
    private final GridPane grid = new GridPane();
    private Optional<Synthesis> shown = Optional.empty();

    SynthesisCard(RunsModel model, Texts texts) {
        super(texts.get("analyses.synthesis"));
        this.model = model;
        this.texts = texts;
        flush();
        grid.getStyleClass().add("small-table");
        var id = new ColumnConstraints();
        id.setHgrow(Priority.ALWAYS);
        var figures = new ColumnConstraints();
        figures.setHalignment(HPos.RIGHT);
        figures.setMinWidth(90);
        grid.getColumnConstraints().addAll(id, new ColumnConstraints(), figures, figures);
        body(grid);
        model.shown().subscribe(run -> show(run.flatMap(now -> Synthesis.of(now, model::run))));
        model.stock().subscribe(read -> show(model.shown().get().flatMap(now -> Synthesis.of(now, model::run))));
    }

    private void show(Optional<Synthesis> now) {
        setVisible(now.isPresent());
        setManaged(now.isPresent());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        grid.getChildren().clear();
        now.ifPresent(this::fill);
    }

    private void fill(Synthesis synthesis) {
        var end = synthesis.end();
        row(head("input"), head("source"), head("tokens"), head("usd"));
        for (int at = 0; at < end.inputs().size(); at++) {
            var input = end.inputs().get(at);
            Node id = input.exists()
                    ? Buttons.link(input.id(), () -> model.select(input.id()))
                    : Labels.plain(texts.get("analyses.synthesis.missing", input.id()));
            row(id, Labels.muted(synthesis.sources().get(at)), tokens(input.tokens()), cost(input.costUsd()));
        }
        row(
                Labels.plain(texts.get("analyses.synthesis.own")),
                Labels.plain(""),
                tokens(end.own()),
                cost(synthesis.ownCost()));
        var total = tokens(end.total());
        var totalCost = cost(end.costUsd());
        total.getStyleClass().add("strong");
        totalCost.getStyleClass().add("strong");
        row(Labels.strong(texts.get("analyses.synthesis.total")), Labels.plain(""), total, totalCost);
    }

    private void row(Node... nodes) {
        for (var node : nodes) {
            if (node instanceof Label label) {
                label.setMaxWidth(Double.MAX_VALUE);
                label.getStyleClass().add("cell");
            }
        }
        grid.addRow(grid.getRowCount(), nodes);
    }

    private Label head(String key) {
        return Labels.styled(texts.get("analyses.synthesis." + key), "head", "figure-" + key);
    }

    private Label tokens(Optional<Long> count) {
        return Labels.styled(count.map(Figures::of).orElseGet(() -> texts.get("analyses.unknown")), "figure");
    }

    private Label cost(Optional<BigDecimal> cost) {
        return Labels.styled(cost.map(Money::of).orElseGet(() -> texts.get("analyses.unknown")), "figure");
    }
}
