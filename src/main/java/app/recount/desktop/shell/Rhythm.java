package app.recount.desktop.shell;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/**
 * Does something again and again: often while somebody sees what comes of it, else seldom, so that a window at rest rests. To be used on
 * the window's thread only.
 */
public final class Rhythm {

    private final BiConsumer<Duration, Runnable> later;
    private final Duration often;
    private final Duration seldom;
    private final BooleanSupplier seen;
    private final Runnable action;
    private long turn;

    /** Does nothing before {@link #now}; ends with the window. */
    public Rhythm(Background background, Duration often, Duration seldom, BooleanSupplier seen, Runnable action) {
        this(background::after, often, seldom, seen, action);
    }

    Rhythm(
            BiConsumer<Duration, Runnable> later,
            Duration often,
            Duration seldom,
            BooleanSupplier seen,
            Runnable action) {
        this.later = later;
        this.often = often;
        this.seldom = seldom;
        this.seen = seen;
        this.action = action;
    }

    /** Does it at once and goes on from here; to be called, too, when somebody comes to see it. */
    public void now() {
        turn++;
        beat(turn);
    }

    private void beat(long of) {
        if (of == turn) {
            // first of all, so that a fault of the action does not end it
            later.accept(seen.getAsBoolean() ? often : seldom, () -> beat(of));
            action.run();
        }
    }
}
