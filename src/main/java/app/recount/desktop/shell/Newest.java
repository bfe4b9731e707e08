package app.recount.desktop.shell;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands the newest of many values on, at most once in a pause; values that were overtaken are never seen. May be fed from any thread.
 */
final class Newest<T> implements Consumer<T> {

    private final Duration pause;
    private final BiConsumer<Duration, Runnable> later;
    private final Consumer<? super T> receiver;
    private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();
    private volatile long handedOver;

    /**
     * @param later runs something once after a while, on the receiver's thread: {@link Background#after}
     */
    Newest(Duration pause, BiConsumer<Duration, Runnable> later, Consumer<? super T> receiver) {
        this.pause = pause;
        this.later = later;
        this.receiver = receiver;
        this.handedOver = System.nanoTime() - pause.toNanos();
    }

    @Override
    public void accept(T value) {
        if (waiting.getAndSet(value) == null) {
            long left = pause.toNanos() - (System.nanoTime() - handedOver);
            later.accept(Duration.ofNanos(Math.max(0, left)), this::handOver);
        }
    }

    private void handOver() {
        handedOver = System.nanoTime();
        var value = waiting.getAndSet(null);
        if (value != null) {
            receiver.accept(value);
        }
    }
}
