package app.recount.desktop.review;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Buttons that send: a held or stray Enter must never press them; Space and the pointer do. Whoever presses it is told. */
final class Enter {

    private Enter() {}

    /** @param told says what does press it */
    static void ignoredBy(Button button, Runnable told) {
        button.addEventFilter(KeyEvent.ANY, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                told.run();
            }
        });
    }
}
