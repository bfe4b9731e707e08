package app.recount.desktop.shell;

import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.StatusFrame;
import java.util.ArrayList;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The standing notices above the page, newest on top; they scroll where there are so many that the page would lose its room. */
final class NoticeStack extends ScrollPane {

    private final Desk desk;
    private final ProblemActions actions;
    private final VBox frames = new VBox();

    /** @param most how high it may become */
    NoticeStack(Desk desk, ProblemActions actions, ObservableValue<? extends Number> most) {
        this.desk = desk;
        this.actions = actions;
        frames.getStyleClass().add("notices");
        setContent(frames);
        setFitToWidth(true);
        setFocusTraversable(false); // what can be pressed in it is reached by itself
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinHeight(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
        prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.min(frames.getHeight(), most.getValue().doubleValue()),
                        frames.heightProperty(),
                        most));
        desk.notices().standing().addListener((ListChangeListener<Notice>) change -> show());
        show();
    }

    private void show() {
        frames.getChildren()
                .setAll(desk.notices().standing().stream().map(this::frame).toList());
        setManaged(!frames.getChildren().isEmpty());
        setVisible(isManaged());
    }

    private Node frame(Notice notice) {
        var frame = new StatusFrame(notice.status(), desk.texts().say(notice.message()));
        notice.cause().map(desk.texts()::say).ifPresent(frame::line);
        actions.sentences(notice.actions()).forEach(frame::line);
        var right = new ArrayList<>(actions.buttons(notice.actions()));
        notice.offer().ifPresent(offer -> right.add(Buttons.text(offer.label(), offer.action())));
        right.add(Buttons.quiet(
                Feather.X,
                desk.texts().get("shell.dismiss"),
                () -> desk.notices().dismiss(notice)));
        return frame.actions(right);
    }
}
