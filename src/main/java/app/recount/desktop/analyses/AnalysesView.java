package app.recount.desktop.analyses;

import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.DividerMemory;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Status;
import app.recount.desktop.widget.StatusFrame;
import app.recount.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The page: the runs at the left, the selected one beside them. */
final class AnalysesView extends BorderPane {

    private static final double LIST = 252;
    private static final double WIDTH = 1104;

    private final RunsModel model;
    private final Texts texts;
    private final RunList list;
    private final RunDetail detail;
    private final NoRuns none;
    private final FindingsLine findings;
    private final StackPane right = new StackPane();
    private final Runnable refresh;

    AnalysesView(Desk desk, RunsModel model, RunActions actions, Runnable refresh) {
        this.model = model;
        this.texts = desk.texts();
        this.refresh = refresh;
        getStyleClass().add("analyses");
        var menu = new RunMenu(model, actions, texts);
        list = new RunList(desk, model, actions, menu);
        detail = new RunDetail(desk, model, actions, menu);
        none = new NoRuns(texts, actions, desk.clipboard());
        findings = new FindingsLine(model, texts);
        var left = new BorderPane(list);
        left.setBottom(findings);
        left.setMinWidth(252);
        left.setPrefWidth(LIST);
        right.setMinWidth(360);
        var split = new SplitPane(left, right);
        SplitPane.setResizableWithParent(left, false);
        new DividerMemory(desk.preferences(), texts.get("shell.task.settings"))
                .attach(split, "analyses.list", width -> LIST / Math.max(WIDTH, width));
        setCenter(split);
        model.stock().subscribe(read -> show());
        model.problem().subscribe(problem -> show());
        model.selected().subscribe(selected -> show());
    }

    Node firstFocus() {
        return model.isEmpty() ? none.firstFocus() : list.firstFocus();
    }

    RunList list() {
        return list;
    }

    FindingsLine findings() {
        return findings;
    }

    private void show() {
        var node = model.problem()
                .get()
                .filter(problem -> model.stock().get().isEmpty())
                .<Node>map(problem -> {
                    var frame = new StatusFrame(Status.FAILURE, texts.say(problem.message()));
                    if (problem.cause() != null) {
                        frame.line(texts.say(problem.cause()));
                    }
                    frame.line(Labels.styled(problem.code(), "mono", "subtle", "tiny"))
                            .actions(List.of(Buttons.text(texts.get("shell.action.TRY_AGAIN"), refresh)));
                    var pane = new VBox(frame);
                    pane.getStyleClass().add("failure-state");
                    return pane;
                })
                .orElseGet(this::runs);
        if (!right.getChildren().equals(List.of(node))) {
            right.getChildren().setAll(node);
        }
    }

    private Node runs() {
        if (model.stock().get().isEmpty()) {
            return Labels.muted(texts.get("analyses.reading"));
        }
        if (model.isEmpty()) {
            return none;
        }
        return model.selected().get().isPresent() ? detail : Labels.muted(texts.get("analyses.choose"));
    }
}
