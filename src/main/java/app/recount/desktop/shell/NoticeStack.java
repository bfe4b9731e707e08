package app.recount.desktop.shell;

import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.StatusFrame;
import java.util.ArrayList;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The standing notices above the page, newest on top. */
final class NoticeStack extends VBox {

    private final Desk desk;
    private final ProblemActions actions;

    NoticeStack(Desk desk, ProblemActions actions) {
        this.desk = desk;
        this.actions = actions;
        getStyleClass().add("notices");
        desk.notices().standing().addListener((ListChangeListener<Notice>) change -> show());
        show();
    }

    private void show() {
        getChildren().setAll(desk.notices().standing().stream().map(this::frame).toList());
        setManaged(!getChildren().isEmpty());
        setVisible(isManaged());
    }

    private Node frame(Notice notice) {
        var frame = new StatusFrame(notice.status(), notice.message());
        notice.cause().ifPresent(frame::line);
        actions.sentences(notice.actions()).forEach(frame::line);
        var right = new ArrayList<>(actions.buttons(notice.actions()));
        right.add(Buttons.quiet(
                Feather.X,
                desk.texts().get("shell.dismiss"),
                () -> desk.notices().dismiss(notice)));
        return frame.actions(right);
    }
}
