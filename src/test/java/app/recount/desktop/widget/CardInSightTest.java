package app.recount.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.desktop.FxThread;
import app.recount.desktop.SmallWindow;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cards of some 300 pixels and more under each other, in a pane that shows 400 of them. */
class CardInSightTest {

    private static final double SEEN = 400;

    private final Button first = new Button("First");
    private final Button second = new Button("Second");
    private final Button third = new Button("Third");
    private final Button beside = new Button("Beside");
    private final Card middle = card(200, second, beside);
    private final Card last = card(900, third);
    private final ScrollPane pane = new ScrollPane(new VBox(12, card(260, first), middle, last));

    @AutoClose
    private final SmallWindow window = SmallWindow.showing(this::scene);

    @BeforeAll
    static void start() {
        FxThread.start();
    }

    private Scene scene() {
        CardInSight.watch(pane);
        return new Scene(pane, 300, SEEN);
    }

    @Test
    void the_card_around_a_control_comes_into_sight_with_it() {
        tabFrom(first);
        FxThread.await(() -> top(middle) >= 0 && bottom(middle) <= SEEN && second.isFocused());
    }

    @Test
    void of_a_card_that_is_too_large_as_much_as_there_is_room_for_above_its_control() {
        tabFrom(beside);
        FxThread.await(() -> third.isFocused() && bottom(third) <= SEEN && bottom(third) > SEEN - 40);
        assertThat(FxThread.call(() -> top(last))).isNegative();
    }

    @Test
    void a_card_that_is_in_sight_stays_where_it_is() {
        tabFrom(first);
        FxThread.await(() -> top(middle) >= 0 && bottom(middle) <= SEEN && second.isFocused());
        double before = FxThread.call(() -> {
            pane.setVvalue(pane.getVvalue() - 0.01); // a little back, with the whole card still in sight
            return pane.getVvalue();
        });
        assertThat(FxThread.call(() -> top(middle) >= 0 && bottom(middle) <= SEEN))
                .isTrue();

        tabFrom(second);

        FxThread.await(beside::isFocused);
        FxThread.call(() -> beside); // what the focus asked to be done later is done
        assertThat(FxThread.call(pane::getVvalue)).isEqualTo(before);
    }

    private void tabFrom(Node node) {
        window.focus(node);
        FxThread.call(() -> node.requestFocusTraversal(TraversalDirection.NEXT));
    }

    private static Card card(double text, Button... below) {
        var body = new Region();
        body.setMinHeight(text);
        return new Card("Title").body(new VBox(body, new VBox(below)));
    }

    private double top(Node node) {
        return pane.sceneToLocal(node.localToScene(node.getLayoutBounds())).getMinY();
    }

    private double bottom(Node node) {
        return pane.sceneToLocal(node.localToScene(node.getLayoutBounds())).getMaxY();
    }
}
