package app.recount.delivery;

import app.recount.store.DataDirectory;
import app.recount.store.ProcessLock;
import app.recount.store.RecountHome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets one Recount at a time send, among those that share a home or a data directory. claude-mem's own worker knows nothing of it.
 */
final class SendLock implements AutoCloseable {

    /** Longer than any sending may take. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final ProcessLock home;
    private final ProcessLock directory;

    private SendLock(ProcessLock home, ProcessLock directory) {
        this.home = home;
        this.directory = directory;
    }

    private static Path file(RecountHome home) {
        return home.folder().resolve("sending.lock");
    }

    /** Waits until nobody else sends; empty if the watch cancelled or that never came. */
    static Optional<SendLock> take(RecountHome home, DataDirectory directory, Pause pause, SendWatch watch)
            throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean told = false;
        while (!watch.isCancelled() && System.nanoTime() < deadline) {
            var lock = tryTake(home, directory);
            if (lock.isPresent()) {
                return lock;
            }
            if (!told) {
                watch.report(new SendStep.Queued());
                told = true;
            }
            pause.pass(PAUSE, watch::isCancelled);
        }
        return Optional.empty();
    }

    private static Optional<SendLock> tryTake(RecountHome home, DataDirectory directory) throws IOException {
        var first = ProcessLock.tryTake(file(home));
        if (first.isEmpty()) {
            return Optional.empty();
        }
        var taken = Optional.<SendLock>empty();
        try {
            taken = ProcessLock.tryTakeAsGuest(directory.path().resolve(".recount-sending.lock"))
                    .map(second -> new SendLock(first.get(), second));
            return taken;
        } finally {
            if (taken.isEmpty()) {
                first.get().close();
            }
        }
    }

    /** Whether somebody sends from this home right now. */
    static boolean isTaken(RecountHome home) throws IOException {
        try (var lock = ProcessLock.tryTake(file(home)).orElse(null)) {
            return lock == null;
        }
    }

    @Override
    public void close() throws IOException {
        try (home;
                directory) {
            // both go, the guest first
        }
    }
}
