package app.recount.memory;

import app.recount.store.OwnerOnly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;

/**
 * A folder for one private copy, marked as being in use by a lock on a file beside it. The lock goes with the process, however that
 * ends, so that the next start knows what is left over.
 */
final class SnapshotFolder implements AutoCloseable {

    private static final String LOCK = ".lock";

    private final Path folder;
    private final FileChannel lock;

    private SnapshotFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static SnapshotFolder create(Path parent) throws IOException {
        while (true) {
            var folder = parent.resolve("%s-%s".formatted(owner(), UUID.randomUUID()));
            OwnerOnly.createFile(lockFile(folder));
            var lock = FileChannel.open(lockFile(folder), StandardOpenOption.WRITE);
            try {
                lock.lock();
                // somebody who sweeps may have come between creating and locking, and taken the file for a leftover
                if (Files.exists(lockFile(folder))) {
                    OwnerOnly.createDirectories(folder);
                    return new SnapshotFolder(folder, lock);
                }
                lock.close();
            } catch (IOException e) {
                lock.close();
                throw e;
            }
        }
    }

    /** Deletes what processes left that ended without closing; what another process still uses is kept. */
    static void sweep(Path parent) throws IOException {
        try (var files = Files.newDirectoryStream(parent, "*" + LOCK)) {
            for (var file : files) {
                var name = file.getFileName().toString();
                // closing a second channel to a file of our own would give its lock away
                if (!name.startsWith(owner())) {
                    sweepOne(parent.resolve(name.substring(0, name.length() - LOCK.length())));
                }
            }
        }
    }

    private static void sweepOne(Path folder) throws IOException {
        try (var channel = FileChannel.open(lockFile(folder), StandardOpenOption.WRITE)) {
            if (channel.tryLock() == null) {
                return;
            }
            delete(folder);
            Files.deleteIfExists(lockFile(folder));
        } catch (IOException | OverlappingFileLockException e) {
            return; // somebody else is sweeping it, or the next start has to try again
        }
    }

    /** Tells this process from every other one, also from an earlier one that had the same number. */
    private static String owner() {
        var process = ProcessHandle.current();
        var start = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return "%d-%d".formatted(process.pid(), start);
    }

    private static Path lockFile(Path folder) {
        return folder.resolveSibling(folder.getFileName() + LOCK);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    Path path() {
        return folder;
    }

    /** Deletes the folder; if that fails, the lock file stays, so that the next start tries again. */
    @Override
    public void close() throws IOException {
        try {
            delete(folder);
        } finally {
            lock.close();
        }
        Files.deleteIfExists(lockFile(folder));
    }
}
