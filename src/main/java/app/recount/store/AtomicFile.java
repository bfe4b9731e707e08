package app.recount.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Replaces a whole file so that a crash leaves either the old or the new content: temporary file, fsync, rename. What a kill leaves of it are {@link HalfFiles}. */
public final class AtomicFile {

    private AtomicFile() {}

    /** Writes the bytes; the file is readable by the user alone. The folder must exist. */
    public static void write(Path file, byte[] bytes) throws IOException {
        var temporary = temporary(file, bytes);
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Writes the bytes where no file stands yet, and never over one that appears at the same moment.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is one
     */
    public static void create(Path file, byte[] bytes) throws IOException {
        var temporary = temporary(file, bytes);
        try {
            Files.createLink(file, temporary); // a rename would replace
            syncFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            // a file system without links: the name is still taken by one only
            Files.write(OwnerOnly.createFile(file), bytes, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static Path temporary(Path file, byte[] bytes) throws IOException {
        var temporary = HalfFiles.name(file);
        OwnerOnly.createFile(temporary);
        try {
            try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            return temporary;
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    /** Renames a file that cannot be understood to {@code <name>.unreadable-<n>} beside it and returns the new path. */
    public static Path setAside(Path file) throws IOException {
        return Files.move(file, free(file));
    }

    /**
     * Puts these bytes in the place of a file that cannot be understood, which is kept as {@code <name>.unreadable-<n>}. As far
     * as the file system allows one of the two stands under the name at every moment: that there is none may mean something else.
     *
     * @return where the old one is now
     */
    public static Path writeInPlaceOf(Path file, byte[] bytes) throws IOException {
        var kept = free(file);
        var temporary = temporary(file, bytes);
        try {
            keep(file, kept);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            return kept;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Under a second name; what cannot have one (a folder, a link to nothing) is renamed, and then only a rename is left to do. */
    private static void keep(Path file, Path kept) throws IOException {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            try {
                Files.createLink(kept, file);
                return;
            } catch (UnsupportedOperationException | FileSystemException e) {
                // a file system without links
            }
        }
        Files.move(file, kept);
    }

    private static Path free(Path file) {
        for (int n = 1; ; n++) {
            var target = file.resolveSibling(file.getFileName() + ".unreadable-" + n);
            if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                return target;
            }
        }
    }

    /** Makes a rename durable; Windows cannot open folders and does not need it. */
    private static void syncFolder(Path folder) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return;
        }
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
