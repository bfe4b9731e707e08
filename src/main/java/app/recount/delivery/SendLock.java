package app.recount.delivery;

import app.recount.store.DataDirectory;
import app.recount.store.HalfFiles;
import app.recount.store.ProcessLock;
import app.recount.store.RecountHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lets one Recount at a time send, among those that share a home or a data directory. claude-mem's own worker knows nothing of it. Who
 * takes it clears away the half files of one that was killed.
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

    private static Path file(DataDirectory directory) {
        return directory.path().resolve(".recount-sending.lock");
    }

    /** Of all that is written with this lock alone. */
    private static Stream<HalfFiles> halfFiles(RecountHome home, DataDirectory directory) {
        return Stream.of(HalfFiles.of(directory.marker(), directory.telemetryConfig()), ApprovedStore.halfFiles(home));
    }

    /**
     * Takes away what one left that was killed with everything done: nobody with something to do comes after it. That is not what was
     * asked for, so nothing comes of it if it cannot be done.
     */
    static void clearUp(RecountHome home, DataDirectory directory) {
        if (!Files.exists(file(directory)) && halfFiles(home, directory).noneMatch(HalfFiles::exist)) {
            return;
        }
        try (var _ = tryTake(home, directory).orElse(null)) {
            // all of it goes with the lock; without one somebody is sending, and it is theirs
        } catch (IOException e) {
            // a folder that may not be written, say; whoever can write there comes here as well
        }
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
            taken = ProcessLock.tryTakeAsGuest(file(directory)).map(second -> new SendLock(first.get(), second));
            if (taken.isPresent()) {
                halfFiles(home, directory).forEach(HalfFiles::delete);
            }
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
