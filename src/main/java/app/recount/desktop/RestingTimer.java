package app.recount.desktop;

import app.recount.store.Environment;
import com.sun.glass.ui.Timer;
import com.sun.javafx.tk.Toolkit;
import java.lang.invoke.MethodHandles;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * JavaFX's timer on Linux, which asks sixty times a second whether there is anything to paint. The toolkit pauses it once there has been
 * nothing for a while, but its timer for GTK does nothing when it is told so, and a window at rest would wake up for nothing all day.
 * This one stops that timer while it pauses, and starts it when the toolkit goes on.
 */
final class RestingTimer extends Timer {

    private static final String OF_GTK = "com.sun.glass.ui.gtk.GtkTimer";

    /** Any number but 0, by which {@link Timer} knows that it was started. */
    private static final long STARTED = 1;

    private final Timer timer;
    private int period;

    RestingTimer(Timer timer) {
        super(() -> {}); // what is to be done is known to the other timer
        this.timer = timer;
    }

    /** Puts one in the place of the toolkit's own, where that is the one for GTK; on the window's thread. */
    static void install(Environment environment) {
        if (!environment.isMac() && !environment.isWindows()) {
            try {
                install(Toolkit.getToolkit());
            } catch (ReflectiveOperationException | RuntimeException e) {
                // another JavaFX than this was written for: its timer stays, and costs what it costs
            }
        }
    }

    private static void install(Toolkit toolkit) throws ReflectiveOperationException {
        var lookup = MethodHandles.privateLookupIn(toolkit.getClass(), MethodHandles.lookup());
        var field = lookup.findVarHandle(toolkit.getClass(), "pulseTimer", Timer.class);
        var timer = (Timer) field.get(toolkit);
        if (timer.getClass().getName().equals(OF_GTK)) {
            var resting = new RestingTimer(timer);
            resting.start(Math.toIntExact(TimeUnit.SECONDS.toMillis(1) / toolkit.getRefreshRate()));
            // whoever asks for a pulse, on any thread, takes the timer under this lock
            synchronized (toolkit) {
                field.set(toolkit, resting);
            }
        }
    }

    @Override
    protected long _start(Runnable runnable, int interval) {
        period = interval;
        go();
        return STARTED;
    }

    @Override
    protected long _start(Runnable runnable) {
        throw new UnsupportedOperationException("There is no timer without a period.");
    }

    @Override
    protected void _stop(long started) {
        timer.stop();
    }

    /**
     * The toolkit may pause it while it paints, on a thread of its own; GTK's timer is stopped on the window's thread alone, because its
     * native part looks at itself there without a lock. Nothing is lost: the next tick pauses again.
     */
    @Override
    protected void _pause(long started) {
        if (Platform.isFxApplicationThread()) {
            timer.stop();
        }
    }

    @Override
    protected void _resume(long started) {
        go();
    }

    private void go() {
        if (!timer.isRunning()) {
            timer.start(period);
        }
    }
}
