package app.recount.session;

import app.recount.text.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Opens somebody else's file for reading only. A link is not followed, and a pipe is not waited for. */
final class LogFile {

    private LogFile() {}

    /** What the file holds from {@code offset} on, see {@link #rest}. */
    static InputStream open(Path file, long offset) throws IOException {
        var channel = open(file);
        try {
            return rest(channel, offset);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** At its start. */
    static SeekableByteChannel open(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new LogUnreadableException(Wording.of("log.noFile"));
        }
        return Files.newByteChannel(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    /** From {@code offset} to where the file ends now: one that grows faster than it is read would never end. */
    static InputStream rest(SeekableByteChannel file, long offset) throws IOException {
        return new FirstBytes(Channels.newInputStream(file.position(offset)), file.size() - offset);
    }

    /** Whether no line begins at {@code offset}. Readings end there only if the line is too long to be read at all. */
    static boolean isWithinLine(SeekableByteChannel file, long offset) throws IOException {
        var before = ByteBuffer.allocate(1);
        return offset > 0 && file.position(offset - 1).read(before) == 1 && before.get(0) != '\n';
    }
}
