package app.recount.desktop.review;

import app.recount.desktop.widget.Labels;
import javafx.geometry.Pos;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** Figures that stand for themselves, each with its word behind it. */
final class CounterRow extends FlowPane {

    CounterRow() {
        super(28, 4);
    }

    CounterRow counter(String figure, String word) {
        var pair = new HBox(6, Labels.counter(figure), Labels.muted(word));
        pair.setAlignment(Pos.BASELINE_LEFT);
        pair.setAccessibleText(figure + " " + word);
        getChildren().add(pair);
        return this;
    }
}
