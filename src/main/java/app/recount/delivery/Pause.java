package app.recount.delivery;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How time passes between two attempts. */
@FunctionalInterface
interface Pause {

    /** Lets real time pass, and returns early once cancelled. */
    Pause REAL = (length, cancelled) -> {
        var end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end && !cancelled.getAsBoolean()) {
            try {
                Thread.sleep(Math.clamp((end - System.nanoTime()) / 1_000_000, 1, 50));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    };

    void pass(Duration length, BooleanSupplier cancelled);
}
