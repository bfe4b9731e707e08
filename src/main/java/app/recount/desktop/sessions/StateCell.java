package app.recount.desktop.sessions;

import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Status;
import app.recount.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A session's state: a shape and a word. */
final class StateCell extends TableCell<SessionRow, SessionState> {

    private final Texts texts;

    StateCell(Texts texts) {
        this.texts = texts;
        getStyleClass().add("state");
    }

    @Override
    protected void updateItem(@Nullable SessionState state, boolean empty) {
        super.updateItem(state, empty);
        if (state == null || empty) {
            setText(null);
            setGraphic(null);
        } else {
            setText(word(state, texts));
            setGraphic(shape(state));
        }
    }

    static String word(SessionState state, Texts texts) {
        return texts.get("sessions.state." + state);
    }

    /** All of one width, so that the words stand below each other. */
    static Node shape(SessionState state) {
        var shape = new StackPane(drawing(state));
        shape.getStyleClass().add("state-shape");
        return shape;
    }

    private static Node drawing(SessionState state) {
        return switch (state) {
            case LIVE -> Icons.liveDot();
            case IDLE -> Icons.of(Feather.CIRCLE, "idle");
            case ENDED -> Icons.of(Feather.MINUS_CIRCLE, "ended");
            case UNKNOWN -> Icons.of(Feather.HELP_CIRCLE, Status.CAUTION);
        };
    }
}
