package app.recount.desktop.analyses;

import app.recount.desktop.widget.Icons;
import javafx.scene.Node;

/** The shape of a state; the word stands beside it always. */
final class StateIcon {

    private StateIcon() {}

    static Node icon(RunState state) {
        return state == RunState.LIVE ? Icons.liveDot() : Icons.of(state.icon(), state.status());
    }
}
