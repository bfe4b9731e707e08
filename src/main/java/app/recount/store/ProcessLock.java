package app.recount.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Lets one at a time do something, among all threads and processes: a lock on a small file beside what it protects. The lock goes
 * when it is closed and when its process ends, however that happens.
 */
public final class ProcessLock implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private static final int PROOFS = 8;
    private static final int LARGEST_PROOF = 64;

    /**
     * What this process holds. It has to be known for all of the process, because closing any channel on a file lets go of every
     * lock that the process has on it: whoever only tries must not even open a file that is locked here.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;
    private final boolean guest;

    private ProcessLock(Path file, FileChannel channel, boolean guest) {
        this.file = file;
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
                throw new LockTakenException(patience);
            }
            pause();
        }
    }

    /** Takes the lock if nobody has it; the file stays. */
    public static Optional<ProcessLock> tryTake(Path file) throws IOException {
        return tryTake(file, false);
    }

    /**
     * The same in a folder that is not Recount's own: the file goes with the lock. If the process is killed it stays behind, and the
     * next one to take the lock removes it.
     */
    public static Optional<ProcessLock> tryTakeAsGuest(Path file) throws IOException {
        return tryTake(file, true);
    }

    private static Optional<ProcessLock> tryTake(Path path, boolean guest) throws IOException {
        var absolute = path.toAbsolutePath();
        var file = Objects.requireNonNull(absolute.getParent()).toRealPath().resolve(absolute.getFileName());
        if (!HELD.add(file)) {
            return Optional.empty();
        }
        var taken = Optional.<ProcessLock>empty();
        try {
            taken = open(file, guest);
            return taken;
        } finally {
            if (taken.isEmpty()) {
                HELD.remove(file);
            }
        }
    }

    private static Optional<ProcessLock> open(Path file, boolean guest) throws IOException {
        boolean made = make(file);
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.WRITE);
        } catch (NoSuchFileException e) {
            if (Files.isSymbolicLink(file)) {
                throw e; // to nothing: that does not end by itself
            }
            return Optional.empty(); // a guest had it when it was looked for, and took it away before it was opened
        }
        var taken = false;
        try {
            taken = channel.tryLock() != null && (!guest || isStillThere(channel, file));
            return taken ? Optional.of(new ProcessLock(file, channel, guest)) : Optional.empty();
        } catch (IOException e) {
            if (made && guest) {
                Files.deleteIfExists(file); // on a full disk, say: a guest leaves nothing behind
            }
            throw e;
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    private static boolean make(Path file) throws IOException {
        try {
            OwnerOnly.createFile(file);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false; // left by the one before
        }
    }

    /**
     * The one before may have removed the file between opening and locking; then this lock is on a file that nobody else finds. To
     * open it again for comparison would let go of the lock, so it is told by its size, which is changed a few times as no other one's
     * is. The sizes are small: where there is a limit for files, or a file system that keeps no holes, large ones fail.
     */
    private static boolean isStillThere(FileChannel channel, Path file) throws IOException {
        try {
            for (int i = 0; i < PROOFS; i++) {
                long size = ThreadLocalRandom.current().nextLong(1, LARGEST_PROOF);
                channel.truncate(0);
                channel.write(ByteBuffer.allocate(1), size - 1);
                if (Files.size(file) != size) {
                    return false;
                }
            }
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } finally {
            channel.truncate(0);
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
            if (guest) {
                Files.deleteIfExists(file);
            }
        } finally {
            HELD.remove(file);
        }
    }
}
