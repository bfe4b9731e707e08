package app.recount.desktop.analyses;

import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Labels;
import app.recount.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The curve, or why there is none. */
final class CurveCard extends Card {

    CurveCard(RunsModel model, Texts texts) {
        super(texts.get("analyses.curve"));
        aside("UTC");
        getStyleClass().add("curve-card");
        var curve = new TokenCurve(texts);
        var none = Labels.paragraph(texts.get("analyses.curve.none"), "muted");
        none.setMinHeight(Label.USE_PREF_SIZE);
        var stack = new StackPane(curve, none);
        VBox.setVgrow(stack, Priority.ALWAYS);
        body(stack);
        VBox.setVgrow(getChildren().getLast(), Priority.ALWAYS);
        Runnable show = () -> {
            var drawn = model.shown()
                    .get()
                    .flatMap(run -> Curve.of(run.progress(), run.progress().at()));
            curve.show(drawn);
            curve.setVisible(drawn.isPresent());
            none.setVisible(drawn.isEmpty());
        };
        model.shown().subscribe(run -> show.run());
    }
}
