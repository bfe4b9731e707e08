package app.recount.desktop.sessions;

import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Status;
import app.recount.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
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

    static Node shape(SessionState state) {
        return switch (state) {
            case LIVE -> Icons.liveDot();
            case IDLE -> Icons.of(Feather.CIRCLE, "idle");
            case ENDED -> Icons.of(Feather.MINUS_CIRCLE);
            case UNKNOWN -> Icons.of(Feather.HELP_CIRCLE, Status.CAUTION);
        };
    }
}
