package app.recount.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.desktop.FxThread;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A ring that is drawn while the root is in its state. */
class FocusRingTest {

    private final Button button = new Button("Open");
    private final Scene scene = FxThread.call(() -> new Scene(new VBox(button)));

    @BeforeAll
    static void start() {
        FxThread.start();
    }

    @Test
    void shows_from_a_key_on_until_the_pointer_presses_something() {
        FxThread.call(() -> {
            FocusRing.follow(scene);
            assertThat(isShown(scene)).isFalse();
            press(KeyCode.CONTROL);
            assertThat(isShown(scene)).isFalse();
            press(KeyCode.DIGIT2);
            assertThat(isShown(scene)).isTrue();
            click();
            assertThat(isShown(scene)).isFalse();
            return scene;
        });
    }

    @Test
    void a_dialog_begins_as_its_owner_was_left() {
        FxThread.call(() -> {
            FocusRing.follow(scene);
            assertThat(isShown(opened())).isFalse();
            press(KeyCode.ENTER);
            assertThat(isShown(opened())).isTrue();
            return scene;
        });
    }

    private Scene opened() {
        var dialog = new Scene(new VBox());
        FocusRing.follow(dialog, scene);
        return dialog;
    }

    private void press(KeyCode code) {
        Event.fireEvent(button, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private void click() {
        Event.fireEvent(
                button,
                new MouseEvent(
                        MouseEvent.MOUSE_PRESSED,
                        1,
                        1,
                        1,
                        1,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        false,
                        null));
    }

    private static boolean isShown(Scene scene) {
        return scene.getRoot().getPseudoClassStates().stream()
                .anyMatch(state -> state.getPseudoClassName().equals("keyboard"));
    }
}
