package app.recount.desktop;

import app.recount.store.Environment;
import com.sun.glass.ui.Application;

/**
 * What an X server knows windows by, so that a desktop shows them under the icon of the program's entry. JavaFX calls every window
 * {@code java} unless a subclass of its Application was launched, which this program has not, and no public method changes that.
 */
final class WindowClass {

    /** As {@code StartupWMClass} in {@code jpackage/linux/recount.desktop}. */
    private static final String NAME = "recount";

    private WindowClass() {}

    /** Before the first window is made, on the window's thread. */
    static void set(Environment environment) {
        if (!environment.isMac() && !environment.isWindows()) {
            Application.GetApplication().setName(NAME);
        }
    }
}
