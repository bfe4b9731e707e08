package app.recount.session;

import app.recount.text.Wording;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedChannelException;

/** Reads a log that its tool has compressed. What will not end, or is not what it seems, is given up. */
final class ZstdLog extends InputStream {

    /** Logs shrink to a tenth or twentieth; small files of one repeated line may shrink more. */
    private static final long MOST_TIMES = 500;

    private static final long HARMLESS = 64L << 20;

    private static final long MOST = 16L << 30;

    private final InputStream in;
    private final long limit;
    private long read;

    /**
     * @param compressed the file's bytes
     * @param size how many there are
     */
    ZstdLog(InputStream compressed, long size) {
        this.in = new ZstdInputStream(compressed);
        this.limit = Math.min(MOST, Math.max(HARMLESS, MOST_TIMES * size));
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            var count = in.read(bytes, offset, length);
            read += Math.max(0, count);
            if (read > limit) {
                throw new LogUnreadableException(Wording.of("log.tooLarge", limit >> 20));
            }
            return count;
        } catch (LogUnreadableException | ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            throw new LogUnreadableException(Wording.of("log.endsEarly"), e);
        } catch (
                RuntimeException
                        e) { // the library says so of damage that it sees, and stumbles over damage that it does not
            throw new LogUnreadableException(Wording.of("log.damaged"), e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
