package app.recount.desktop.analyses;

import app.recount.desktop.shell.Desk;
import app.recount.desktop.widget.CardInSight;
import app.recount.text.Texts;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The selected run: what it is, its counters, its stages as bar and table, its curve and its facts. */
final class RunDetail extends BorderPane {

    /** Below this width curve and facts stand one below the other. */
    private static final double NARROW = 700;

    private static final double FACTS = 326;

    private final CurveCard curve;
    private final FactsCard facts;
    private final SynthesisCard synthesis;
    private final VBox body = new VBox(12);
    private final HBox beside = new HBox(12);
    private Optional<Boolean> narrow = Optional.empty();

    RunDetail(Desk desk, RunsModel model, RunActions actions, RunMenu menu) {
        Texts texts = desk.texts();
        getStyleClass().add("run-detail");
        var strips = new RunStrips(model, actions, texts);
        var bar = new StageBar(texts, true);
        curve = new CurveCard(model, texts);
        facts = new FactsCard(desk, model);
        synthesis = new SynthesisCard(model, texts);
        var stages = framed(new StageTable(desk, model));
        body.getStyleClass().add("run-body");
        body.getChildren().addAll(strips, new CounterStrip(model, texts), bar, stages, beside, synthesis);
        VBox.setVgrow(beside, Priority.ALWAYS);
        HBox.setHgrow(curve, Priority.ALWAYS);
        curve.setMinWidth(0);
        facts.setMinWidth(0);
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        CardInSight.watch(scroll);
        setTop(new RunHeader(model, actions, menu, texts));
        setCenter(scroll);
        model.shown().subscribe(run -> {
            run.ifPresent(now -> bar.show(StageShares.of(now.progress(), texts)));
            boolean any = run.filter(now -> !now.progress().stages().isEmpty()).isPresent();
            for (Node part : new Node[] {bar, stages}) {
                part.setVisible(any);
                part.setManaged(any);
            }
            scroll.setVisible(run.isPresent());
        });
        widthProperty().subscribe(width -> fit(width.doubleValue() < NARROW));
    }

    private static Pane framed(Node table) {
        var frame = new VBox(table);
        frame.getStyleClass().add("card-frame");
        return frame;
    }

    private void fit(boolean now) {
        if (narrow.equals(Optional.of(now))) {
            return;
        }
        narrow = Optional.of(now);
        body.getChildren().removeAll(curve, facts);
        beside.getChildren().clear();
        if (now) {
            body.getChildren().remove(beside);
            int at = body.getChildren().indexOf(synthesis);
            body.getChildren().add(at, facts);
            body.getChildren().add(at, curve);
            curve.setPrefHeight(260);
            facts.setPrefWidth(USE_COMPUTED_SIZE);
        } else {
            if (!body.getChildren().contains(beside)) {
                body.getChildren().add(body.getChildren().indexOf(synthesis), beside);
            }
            curve.setPrefHeight(USE_COMPUTED_SIZE);
            facts.setPrefWidth(FACTS);
            facts.setMinWidth(FACTS);
            beside.getChildren().addAll(curve, facts);
        }
    }
}
