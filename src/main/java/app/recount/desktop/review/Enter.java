package app.recount.desktop.review;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Buttons that send: a held or stray Enter must never press them; Space and the pointer do. */
final class Enter {

    private Enter() {}

    static void ignoredBy(Button button) {
        button.addEventFilter(KeyEvent.ANY, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
            }
        });
    }
}
