package app.recount.rehearsal;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting that ends when the receiver is closed. */
final class Patience {

    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * Waits.
     *
     * @throws IOException if the receiver was closed meanwhile
     */
    void pause(Duration duration) throws IOException {
        try {
            if (closed.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("the receiver was closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the receiver was closed", e);
        }
    }

    /** Ends all waiting, now and later. */
    void end() {
        closed.countDown();
    }

    boolean isOver() {
        return closed.getCount() == 0;
    }
}
