package app.recount.desktop;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** The toolkit's thread, which belongs to all tests of a process: starting it, working on it, waiting for what it shows. */
public final class FxThread {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int MOST_FRAMES = 60;
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

    private FxThread() {}

    /** Starts the toolkit if no other test has; it stays when the last window closes. */
    public static void start() {
        Platform.setImplicitExit(false);
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException e) {
            // another test has started it, which can be done only once
            return;
        }
    }

    /** What the work gives, done on the toolkit's thread; what it throws is thrown here. */
    public static <T> T call(Supplier<T> work) {
        return call(work, PATIENCE);
    }

    private static <T> T call(Supplier<T> work, Duration patience) {
        if (Platform.isFxApplicationThread()) {
            return work.get();
        }
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } catch (TimeoutException e) {
            throw new AssertionError("The toolkit's thread had no time. All threads:\n" + threads(), e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    /** What each thread does at the moment; virtual ones are not seen. */
    private static String threads() {
        var infos = ManagementFactory.getThreadMXBean().dumpAllThreads(true, true, MOST_FRAMES);
        return Stream.of(infos).map(FxThread::thread).collect(Collectors.joining("\n"));
    }

    private static String thread(ThreadInfo info) {
        var frames = Stream.of(info.getStackTrace()).map(frame -> "\tat " + frame);
        return "%s: %s, waits for %s of %s\n%s"
                .formatted(
                        info.getThreadName(),
                        info.getThreadState(),
                        info.getLockName(),
                        info.getLockOwnerName(),
                        frames.collect(Collectors.joining("\n")));
    }

    /** Waits until the condition holds on the toolkit's thread; a node that it looks for and that is not there yet is waited for, too. */
    public static void await(BooleanSupplier condition) {
        await(condition, PATIENCE);
    }

    /** The same with more or less patience. */
    public static void await(BooleanSupplier condition, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        var missing = new AtomicReference<@Nullable NoSuchElementException>();
        while (!call(() -> holds(condition, missing), patience)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the window did not get there", missing.get());
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS); // leaves the processor to what is waited for
        }
    }

    private static boolean holds(BooleanSupplier condition, AtomicReference<@Nullable NoSuchElementException> missing) {
        try {
            return condition.getAsBoolean();
        } catch (NoSuchElementException e) {
            missing.set(e);
            return false;
        }
    }
}
