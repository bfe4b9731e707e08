package app.recount.desktop;

import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;

/**
 * The robot of the platform without a display marks every mouse event as one that opens a context menu; headers then do not sort. And its
 * pointer stays where another test has left it.
 */
final class HeadlessMouse {

    private HeadlessMouse() {}

    /** Takes the pointer to where no window is, so that nothing looks as if it were pointed at. */
    static void leave() {
        new Robot().mouseMove(1, 990);
    }

    /** The same out of a window that may not be the only one: a robot takes leave of the one that it came to last. */
    static void leave(javafx.stage.Window window) {
        var robot = new Robot();
        robot.mouseMove(window.getX() + 1, window.getY() + 1);
        robot.mouseMove(1, 990);
    }

    /** Lets only the secondary button open context menus. */
    static void correct(Scene scene) {
        scene.addEventFilter(MouseEvent.ANY, event -> {
            if (event.isPopupTrigger() && event.getButton() != MouseButton.SECONDARY) {
                event.consume();
                Event.fireEvent(event.getTarget(), plain(event));
            }
        });
    }

    private static MouseEvent plain(MouseEvent event) {
        return new MouseEvent(
                event.getEventType(),
                event.getSceneX(),
                event.getSceneY(),
                event.getScreenX(),
                event.getScreenY(),
                event.getButton(),
                event.getClickCount(),
                event.isShiftDown(),
                event.isControlDown(),
                event.isAltDown(),
                event.isMetaDown(),
                event.isPrimaryButtonDown(),
                event.isMiddleButtonDown(),
                event.isSecondaryButtonDown(),
                event.isSynthesized(),
                false,
                event.isStillSincePress(),
                event.getPickResult());
    }
}
