package app.recount.desktop.analyses;

import app.recount.desktop.shell.Shortcuts;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Prose;
import app.recount.desktop.widget.Status;
import app.recount.desktop.widget.Tag;
import app.recount.text.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Which run this is and how it stands, and what can be done with it. */
final class RunHeader extends VBox {

    private static final double ROOM_FOR_ALL = 800;

    private final RunsModel model;
    private final Texts texts;
    private final RunWords words;
    private final Label title = Labels.title("");
    private final Tag tag = new Tag(Status.NONE, "");
    private final Label lastLine = Labels.muted("");
    private final StackPane subject = new StackPane();
    private final Label hint = Labels.styled("", "muted", "tiny");
    private final Button mark;
    private final Button complete;
    private final Button fail;
    private final Button reopen;
    private final Button pin;
    private String said = "";
    private @Nullable RunState drawn;

    RunHeader(RunsModel model, RunActions actions, RunMenu menu, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.words = new RunWords(texts);
        getStyleClass().add("run-header");
        title.setMinWidth(USE_PREF_SIZE);
        title.setId("run-title");
        hint.setText(Shortcuts.shown("M"));
        mark = Buttons.text(texts.get("analyses.mark"), actions::mark);
        var face = new HBox(7, Icons.of(Feather.FLAG), Labels.strong(mark.getText()), hint);
        face.setAlignment(Pos.CENTER);
        mark.setGraphic(face);
        mark.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        mark.setId("mark-stage");
        Buttons.name(mark, texts.get("analyses.mark") + " " + Shortcuts.shown("M"));
        complete = Buttons.withIcon(Feather.CHECK, texts.get("analyses.complete"), actions::complete);
        complete.setId("complete-run");
        fail = Buttons.withIcon(Feather.X, texts.get("analyses.fail"), actions::fail);
        reopen = Buttons.withIcon(Feather.ROTATE_CCW, texts.get("analyses.reopen"), actions::reopen);
        pin = Buttons.icon(Feather.MINIMIZE_2, texts.get("analyses.pin"), actions::pin);
        var more = Buttons.icon(Feather.MORE_HORIZONTAL, texts.get("analyses.more.run"), () -> {});
        more.setOnAction(event -> menu.ofHeader().ifPresent(shown -> shown.show(more, Side.BOTTOM, 0, 4)));
        var row = new HBox(8, title, tag, lastLine, Card.spring(), mark, complete, fail, reopen, pin, more);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(36);
        lastLine.setMinWidth(0);
        subject.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, subject);
        model.shown().subscribe(run -> show());
        model.now().subscribe(now -> show());
        model.visible().subscribe(this::show);
        widthProperty().subscribe(width -> {
            fit(width.doubleValue());
            show();
        });
    }

    private void fit(double width) {
        boolean room = width >= ROOM_FOR_ALL;
        var content = room ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY;
        for (var extra : List.of(hint, lastLine)) {
            extra.setVisible(room);
            extra.setManaged(room);
        }
        for (var button : List.of(complete, fail)) {
            button.setContentDisplay(content);
            Buttons.name(button, button.getText());
        }
    }

    private void show() {
        model.selectedRow().ifPresent(this::show);
    }

    private void show(RunRow row) {
        title.setText(row.id());
        var open = row.state().isOpen();
        if (drawn != row.state()) {
            drawn = row.state();
            tag.show(row.state().status(), "");
            tag.setGraphic(StateIcon.icon(row.state()));
        }
        tag.setText(words.state(row));
        lastLine.setText(
                open
                        ? model.silence(row.run()).map(words::lastLine).orElseGet(() -> texts.get("analyses.no-line"))
                        : "");
        for (var button : List.of(mark, complete, fail, pin)) {
            button.setVisible(open);
            button.setManaged(open);
        }
        reopen.setVisible(!open);
        reopen.setManaged(!open);
        subject(row);
    }

    private void subject(RunRow row) {
        var source = model.title(row.run().sourceId());
        var pass = texts.get("analyses.pass", Integer.toString(row.run().pass()));
        var times = words.times(row.run(), model.now().get())
                + (lastLine.isVisible() || lastLine.getText().isEmpty() ? "" : " · " + lastLine.getText());
        var now = String.join("\n", row.run().sourceId(), source, pass, times);
        if (now.equals(said)) {
            return;
        }
        said = now;
        subject.getChildren()
                .setAll(Prose.of(
                        Prose.muted(row.run().sourceId() + (source.isEmpty() ? "" : ", ")),
                        Prose.piece(source),
                        Prose.muted(" · " + pass + " · " + times)));
    }
}
