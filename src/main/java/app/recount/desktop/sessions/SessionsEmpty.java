package app.recount.desktop.sessions;

import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.Job;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Status;
import app.recount.desktop.widget.StatusFrame;
import app.recount.problem.Problem;
import app.recount.text.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What stands in the table's place while there is nothing to list: the first look, why it ended, or where was looked. */
final class SessionsEmpty extends StackPane {

    private final Desk desk;
    private final Texts texts;
    private final SessionsModel model;
    private final SessionsWork work;

    SessionsEmpty(Desk desk, SessionsModel model, SessionsWork work) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.work = work;
        getStyleClass().add("sessions-empty");
        model.firstLook().subscribe(this::show);
        model.problem().subscribe(this::show);
        model.searched().subscribe(this::show);
        model.looked().subscribe(this::show);
        show(); // what there is to say may have been known before the page was made
    }

    private void show() {
        var job = model.firstLook().get();
        var problem = model.problem().get();
        if (job.isPresent()) {
            getChildren().setAll(reading(job.get()));
        } else if (problem.isPresent()) {
            getChildren().setAll(failed(problem.get()));
        } else if (model.looked().get()) {
            getChildren().setAll(nothing(model.searched().get()));
        } else {
            getChildren().clear();
        }
    }

    private Node reading(Job job) {
        var step = Labels.plain("");
        step.textProperty()
                .bind(Bindings.createStringBinding(() -> step(job.fraction().get()), job.fraction()));
        var bar = new ProgressBar();
        bar.progressProperty().bind(job.fraction());
        bar.accessibleTextProperty().bind(step.textProperty());
        bar.getStyleClass().add("first-look");
        var box = new VBox(
                12,
                step,
                bar,
                Labels.muted(texts.get("sessions.reading.once")),
                Buttons.text(texts.get("shell.cancel"), job::cancel));
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private String step(double fraction) {
        return fraction < 0
                ? texts.get("sessions.reading")
                : texts.get("sessions.reading.percent", (int) Math.floor(fraction * 100));
    }

    private Node failed(Problem problem) {
        boolean cancelled = problem.code().equals("CANCELLED");
        var frame = new StatusFrame(cancelled ? Status.NOTE : Status.FAILURE, texts.say(problem.message()));
        if (problem.cause() != null) {
            frame.line(texts.say(problem.cause()));
        }
        frame.actions(List.of(Buttons.text(texts.get("sessions.readAgain"), work::refresh)));
        frame.setMaxWidth(620);
        frame.setMaxHeight(USE_PREF_SIZE);
        return frame;
    }

    private Node nothing(List<SearchedFolder> searched) {
        var places = new VBox();
        places.getStyleClass().add("card-frame");
        var header = new HBox(
                Labels.strong(texts.get("empty.places.title")),
                Card.spring(),
                Buttons.link(texts.get("empty.places.again"), work::refresh));
        header.getStyleClass().addAll("ruled-row", "empty-place");
        header.setAlignment(Pos.CENTER_LEFT);
        places.getChildren().add(header);
        searched.forEach(folder -> places.getChildren().add(row(folder)));
        places.getChildren().getLast().getStyleClass().add("last");
        var column = new VBox(
                8,
                Labels.styled(texts.get("sessions.none"), "counter"),
                Labels.muted(texts.get("sessions.none.text")),
                places);
        VBox.setMargin(places, new javafx.geometry.Insets(12, 0, 0, 0));
        column.setAlignment(Pos.CENTER);
        column.setMaxWidth(620);
        return column;
    }

    private Node row(SearchedFolder folder) {
        var tool = Labels.muted(folder.tool());
        tool.setMinWidth(110);
        var path = Labels.mono(desk.paths().of(folder.folder()));
        path.setMinWidth(0);
        var state = Labels.status(
                folder.found() ? Status.OPEN : Status.NONE,
                texts.get(folder.found() ? "sessions.none.noLogs" : "empty.notFound"));
        state.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(12, tool, path, Card.spring(), state);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("ruled-row", "empty-place");
        return row;
    }
}
