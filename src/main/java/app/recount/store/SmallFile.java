package app.recount.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads files that are small by nature, whatever somebody has put in their place: a pipe that nobody fills is not waited for, a device
 * without an end is not read, and a file that is too large to be what it should be costs no memory. A link is followed to a file.
 */
public final class SmallFile {

    /** More than a file of settings has. */
    public static final int SETTINGS = 1 << 20;

    private SmallFile() {}

    /**
     * All of its bytes.
     *
     * @param most how many it may have, less than all that an array can hold
     * @throws IOException also if it has more, or is no regular file
     */
    public static byte[] read(Path file, int most) throws IOException {
        // asked of the channel's own file, nothing would be won: a pipe is only known by its name before it is opened
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException("“%s” is no regular file.".formatted(file));
        }
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new IOException("“%s” has more than %d bytes, which is too much.".formatted(file, most));
            }
            return bytes;
        }
    }
}
