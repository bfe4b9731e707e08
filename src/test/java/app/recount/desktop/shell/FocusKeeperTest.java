package app.recount.desktop.shell;

import app.recount.desktop.FxThread;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A window with a control above a page whose content is replaced. */
class FocusKeeperTest {

    private final Button above = new Button("Above");
    private final Button send = new Button("Send");
    private final Button back = new Button("Back");
    private final Button receipt = new Button("Receipt");
    private final StackPane page = new StackPane(send);
    private Stage stage;

    @BeforeAll
    static void start() {
        FxThread.start();
    }

    @BeforeEach
    void open() {
        stage = FxThread.call(() -> {
            new FocusKeeper(page, () -> receipt);
            var shown = new Stage();
            shown.setScene(new Scene(new VBox(above, page)));
            shown.show();
            return shown;
        });
    }

    @AfterEach
    void close() {
        FxThread.call(() -> {
            stage.close();
            return stage;
        });
    }

    @Test
    void the_keyboard_goes_on_where_the_new_content_wants_it() {
        focus(send);
        replace();
        FxThread.await(receipt::isFocused);
    }

    @Test
    void a_focus_outside_of_the_page_stays() {
        focus(above);
        replace();
        FxThread.await(above::isFocused);
        focus(back);
        FxThread.await(back::isFocused);
    }

    private void replace() {
        FxThread.call(() -> page.getChildren().setAll(new VBox(back, receipt)));
    }

    private void focus(Node node) {
        FxThread.await(() -> stage.isShowing());
        FxThread.call(() -> {
            node.requestFocus();
            return node;
        });
    }
}
