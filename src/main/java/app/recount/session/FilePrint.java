package app.recount.session;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/**
 * Tells whether a file still begins as it did when it was read up to some byte: by its first bytes and by those before that byte, not
 * by all of it. {@link CheckSums} are enough for that: who wants to deceive writes between the two.
 *
 * @param head check sums of the first bytes
 * @param tail check sums of the bytes before the one that is read next
 */
public record FilePrint(String head, String tail) {

    /** Fits no file that was read. */
    public static final FilePrint NONE = new FilePrint("", "");

    private static final int LOOK = 4096;

    /** Of the first {@code upTo} bytes of an open file, whose position moves; {@link #NONE} if it has fewer by now. */
    public static FilePrint of(SeekableByteChannel file, long upTo) throws IOException {
        var length = (int) Math.min(LOOK, upTo);
        try {
            return new FilePrint(sums(file, 0, length), sums(file, upTo - length, length));
        } catch (EOFException e) {
            return NONE;
        }
    }

    /** Whether the file has at least {@code upTo} bytes and these give this print. */
    boolean fits(Path file, long upTo) throws IOException {
        if (upTo == 0) {
            return true;
        }
        if (equals(NONE)) {
            return false;
        }
        try (var channel = LogFile.open(file)) {
            return equals(of(channel, upTo));
        }
    }

    private static String sums(SeekableByteChannel channel, long from, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        channel.position(from);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException("shorter than before");
            }
        }
        return CheckSums.of(bytes.array());
    }
}
