package app.recount.desktop.widget;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/** Two small buttons that go to the entry before and to the one behind; one that leads nowhere is inert. */
public final class StepButtons {

    private static final int BACK = -1;
    private static final int ON = 1;

    private final Button back;
    private final Button on;

    /** @param move takes −1 or 1 */
    public StepButtons(String previous, String next, IntConsumer move) {
        back = Buttons.quiet(Feather.CHEVRON_UP, previous, () -> move.accept(BACK));
        on = Buttons.quiet(Feather.CHEVRON_DOWN, next, () -> move.accept(ON));
    }

    /** Both, in their order. */
    public List<Node> nodes() {
        return List.of(back, on);
    }

    /** Takes over which steps lead somewhere. At an end the keyboard goes on with the other button, not with whatever comes next. */
    public void update(IntPredicate mayMove) {
        boolean wasBack = back.isFocused();
        boolean wasOn = on.isFocused();
        back.setDisable(!mayMove.test(BACK));
        on.setDisable(!mayMove.test(ON));
        if (wasBack && back.isDisable()) {
            on.requestFocus();
        } else if (wasOn && on.isDisable()) {
            back.requestFocus();
        }
    }
}
