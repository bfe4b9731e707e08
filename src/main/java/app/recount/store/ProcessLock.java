package app.recount.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lets one at a time do something, among all threads and processes: a lock on a small file beside what it protects. The lock goes
 * when it is closed and when its process ends, however that happens.
 */
public final class ProcessLock implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(20);

    /** A byte that no such file has, so that the file itself can be read where locks are mandatory. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final FileChannel channel;
    private final Optional<Path> guest;

    private ProcessLock(FileChannel channel, Optional<Path> guest) {
        this.channel = channel;
        this.guest = guest;
    }

    /** Waits for the lock, but not longer than {@code patience}. */
    public static ProcessLock take(Path file, Duration patience) throws IOException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var lock = tryTake(file);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("another process has been using it for %d s".formatted(patience.toSeconds()));
            }
            pause();
        }
    }

    /** Takes the lock if nobody has it; the file stays. */
    public static Optional<ProcessLock> tryTake(Path file) throws IOException {
        return tryTake(file, _ -> true, Optional.empty());
    }

    /**
     * The same in a folder that is not Recount's own: the file goes with the lock. If the process is killed it stays behind, and the
     * next one to take the lock removes it.
     */
    public static Optional<ProcessLock> tryTakeAsGuest(Path file) throws IOException {
        return tryTake(file, channel -> isStillThere(channel, file), Optional.of(file));
    }

    private static Optional<ProcessLock> tryTake(Path file, Check check, Optional<Path> guest) throws IOException {
        try {
            OwnerOnly.createFile(file);
        } catch (FileAlreadyExistsException e) {
            // left by the one before
        }
        var channel = FileChannel.open(file, StandardOpenOption.WRITE);
        var taken = false;
        try {
            taken = tryLock(channel) != null && check.passes(channel);
            return taken ? Optional.of(new ProcessLock(channel, guest)) : Optional.empty();
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    /** What must hold once the lock is there. */
    @FunctionalInterface
    private interface Check {
        boolean passes(FileChannel channel) throws IOException;
    }

    /** The one before may have removed the file between opening and locking; then this lock is on a file that nobody else finds. */
    private static boolean isStillThere(FileChannel channel, Path file) throws IOException {
        var token = UUID.randomUUID().toString();
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(token.getBytes(StandardCharsets.UTF_8)), 0);
        try {
            return Files.readString(file).equals(token);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            return null; // held within this very process
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while another process was using it", e);
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            if (guest.isPresent()) {
                Files.deleteIfExists(guest.get());
            }
        }
    }
}
