package app.recount.desktop;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
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

    /**
     * What each thread does at the moment, virtual ones, too: first the toolkit's, then what is under way of Recount and JavaFX. The rest
     * is left out, so that a report that is cut tells what matters.
     */
    private static String threads() {
        try {
            var directory = Files.createTempDirectory("threads");
            var file = directory.resolve("threads.txt");
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(file.toString(), ThreadDumpFormat.TEXT_PLAIN);
            var threads = List.of(Files.readString(file).split("\n\n"));
            Files.delete(file);
            Files.delete(directory);
            return Stream.concat(
                            threads.stream().filter(FxThread::isToolkit),
                            threads.stream().filter(thread -> !isToolkit(thread) && isOurs(thread)))
                    .collect(Collectors.joining("\n\n"));
        } catch (IOException e) {
            return "not known, because of " + e;
        }
    }

    private static boolean isToolkit(String thread) {
        return thread.contains("\"JavaFX Application Thread\"");
    }

    private static boolean isOurs(String thread) {
        return !thread.contains("\"main\"")
                && Stream.of("app.recount", "javafx", "org.sqlite").anyMatch(thread::contains);
    }

    /**
     * Waits until the condition holds on the toolkit's thread; a node that it looks for and that is not there yet is waited for, too. On
     * the toolkit's thread itself nobody can wait, since what is waited for would never come: there the condition holds at once, or a
     * NoSuchElementException says that it does not.
     */
    public static void await(BooleanSupplier condition) {
        await(condition, PATIENCE);
    }

    /** The same with more or less patience. */
    public static void await(BooleanSupplier condition, Duration patience) {
        if (Platform.isFxApplicationThread()) {
            if (!condition.getAsBoolean()) {
                throw new NoSuchElementException("not there yet, and the toolkit's thread cannot wait for it");
            }
            return;
        }
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
