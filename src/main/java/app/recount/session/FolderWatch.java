package app.recount.session;

import app.recount.store.Environment;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Tells when something changes in folders, where the system tells it at once: on Linux. Elsewhere Java would have to look for itself, or
 * hold the folders open, in the way of whoever wants to delete them.
 *
 * <p>One thread watches and waits; any other may wake or close it.
 */
final class FolderWatch implements AutoCloseable {

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Semaphore wakings = new Semaphore(0);
    private final AtomicBoolean news = new AtomicBoolean();
    private final Map<Path, WatchKey> keys = new HashMap<>();
    private final @Nullable WatchService service;

    private FolderWatch(@Nullable WatchService service) {
        this.service = service;
    }

    /** Watches nothing yet; nothing at all if the system has no more to give. */
    static FolderWatch in(Environment environment) {
        if (!environment.isLinux()) {
            return new FolderWatch(null);
        }
        try {
            var service = FileSystems.getDefault().newWatchService();
            var watch = new FolderWatch(service);
            Thread.ofPlatform().name("folder-watch").daemon().start(() -> watch.listen(service));
            return watch;
        } catch (IOException e) {
            return new FolderWatch(null); // other programs use up what one user may have of it: then it is done without
        }
    }

    private void listen(WatchService service) {
        try {
            while (true) {
                var key = service.take();
                key.pollEvents();
                key.reset();
                news.set(true);
                wake();
            }
        } catch (ClosedWatchServiceException | InterruptedException e) {
            // nobody watches any more
        }
    }

    /**
     * Watches these folders, and no others any more.
     *
     * @return whether all of them were watched before; what happened in a new one until now nobody has told
     */
    boolean watches(Set<Path> folders) {
        try {
            return service != null && watches(folders, service);
        } catch (ClosedWatchServiceException e) {
            return false;
        }
    }

    private boolean watches(Set<Path> folders, WatchService watching) {
        keys.entrySet().removeIf(each -> {
            var ends = !folders.contains(each.getKey());
            if (ends) {
                each.getValue().cancel();
            }
            return ends || !each.getValue().isValid();
        });
        var before = true;
        for (var folder : folders) {
            if (!keys.containsKey(folder)) {
                before = false;
                watch(folder, watching);
            }
        }
        return before;
    }

    private void watch(Path folder, WatchService watching) {
        try {
            keys.put(
                    folder,
                    folder.register(
                            watching,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE));
        } catch (NoSuchFileException | NotDirectoryException e) {
            // gone meanwhile
        } catch (IOException e) {
            // too many already: it stays unwatched, and is asked for again
        }
    }

    /** Watches nothing any more: a folder that was moved away would be watched for ever, and not what stands in its place. */
    void forget() {
        watches(Set.of());
    }

    /** Waits until something changes, somebody wakes it or closes it, or the time is over; false if nothing but the time has ended it. */
    boolean awaitNews(Duration atMost) throws InterruptedException {
        var woken = isClosed() || wakings.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
        wakings.drainPermits();
        return woken;
    }

    /** Whether something has changed in the folders since this was asked last. */
    boolean takeNews() {
        return news.getAndSet(false);
    }

    /** Ends the wait of now or else the next one. */
    void wake() {
        wakings.release();
    }

    /** Waits for so long, or until it is closed. */
    void pause(Duration time) throws InterruptedException {
        closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public void close() {
        closed.countDown();
        wake();
        try {
            if (service != null) {
                service.close();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
