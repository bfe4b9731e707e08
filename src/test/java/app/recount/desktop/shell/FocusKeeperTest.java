package app.recount.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.desktop.FxThread;
import app.recount.desktop.SmallWindow;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A window with a control above a page whose content is replaced. */
class FocusKeeperTest {

    private final Button above = new Button("Above");
    private final Button send = new Button("Send");
    private final Button back = new Button("Back");
    private final Button receipt = new Button("Receipt");
    private final StackPane page = new StackPane(send);
    private final StackPane top = new StackPane(above);

    @AutoClose
    private final SmallWindow window = SmallWindow.showing(this::scene);

    @BeforeAll
    static void start() {
        FxThread.start();
    }

    private Scene scene() {
        new FocusKeeper(page, () -> receipt);
        return new Scene(new VBox(top, page));
    }

    @Test
    void the_keyboard_goes_on_where_the_new_content_wants_it() {
        window.focus(send);
        replace();
        FxThread.await(receipt::isFocused);
    }

    @Test
    void what_is_replaced_outside_of_the_page_is_none_of_its_business() {
        replace();
        window.focus(above);
        FxThread.call(() -> top.getChildren().remove(above));
        FxThread.await(back::isFocused);
        FxThread.call(() -> back); // what was asked to be done later is done
        assertThat(FxThread.call(back::isFocused)).isTrue();
    }

    private void replace() {
        FxThread.call(() -> page.getChildren().setAll(new VBox(back, receipt)));
    }
}
