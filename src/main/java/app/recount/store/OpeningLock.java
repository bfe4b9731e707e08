package app.recount.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Lets one process at a time open, migrate or set aside recount.db. SQLite's own locks are not enough for that: two processes that
 * both switch a new file to WAL make one of them fail at once, and setting a broken file aside must not hit its fresh successor.
 */
final class OpeningLock implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final FileChannel channel;

    private OpeningLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits for the lock, but not for ever. */
    static OpeningLock take(Path file) throws IOException {
        try {
            OwnerOnly.createFile(file);
        } catch (FileAlreadyExistsException e) {
            // the usual case: the file stays, only the lock on it goes
        }
        var channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (tryLock(channel) == null) {
                if (System.nanoTime() > deadline) {
                    throw new IOException(
                            "another process has been opening it for %d s".formatted(PATIENCE.toSeconds()));
                }
                Thread.sleep(PAUSE);
            }
            return new OpeningLock(channel);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            channel.close();
            throw new IOException("interrupted while another process was opening it", e);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held within this very process
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
