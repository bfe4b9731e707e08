package app.recount.session;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells whether a file still begins as it did when it was read up to some byte: by its first bytes and by those before that byte, not
 * by all of it.
 *
 * @param head hash of the first bytes
 * @param tail hash of the bytes before the one that is read next
 */
record FilePrint(String head, String tail) {

    static final FilePrint NONE = new FilePrint("", "");

    private static final int LOOK = 4096;

    /** Of the first {@code upTo} bytes. */
    static FilePrint of(Path file, long upTo) throws IOException {
        try (var channel = LogFile.open(file)) {
            var length = (int) Math.min(LOOK, upTo);
            return new FilePrint(hash(channel, 0, length), hash(channel, upTo - length, length));
        }
    }

    /** Whether the file has at least {@code upTo} bytes and these give this print. */
    boolean fits(Path file, long upTo) throws IOException {
        if (upTo == 0) {
            return true;
        }
        try {
            return equals(of(file, upTo));
        } catch (EOFException e) {
            return false;
        }
    }

    private static String hash(SeekableByteChannel channel, long from, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        channel.position(from);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException("shorter than before");
            }
        }
        return HexFormat.of().formatHex(sha256().digest(bytes.array()), 0, 16);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
