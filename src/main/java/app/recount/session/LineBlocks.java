package app.recount.session;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into blocks of whole lines. Holds one block at a time, and more only for a line that is longer than a block; a line
 * that is longer than any sane one is left out, also where its end comes only with a later reading.
 */
final class LineBlocks implements AutoCloseable {

    private static final byte LINE_FEED = '\n';

    /** Fits into a processor's second cache, where the searches that follow find it. */
    private static final int BLOCK = 256 << 10;

    /**
     * Agents write lines of 5 MB, and no request of theirs takes more than this. Each of several readers may hold as much, and a
     * quarter more while its block grows.
     */
    private static final int LONGEST_LINE = 32 << 20;

    /** What a thread has read through before: a first look reads a thousand logs, and a block for each keeps the collector busy. */
    private static final ThreadLocal<byte[]> SPARE = new ThreadLocal<>();

    private final InputStream in;
    private final int blockSize;
    private final int longestLine;
    private byte[] buffer;
    private int filled;
    private int handedOut;
    private long offset;
    private long leftOut;
    private boolean within;

    /** Of a stream that begins with a line. */
    LineBlocks(InputStream in, long offset) {
        this(in, offset, false);
    }

    /** @param within whether the stream begins within a line that an earlier reading has left out so far */
    LineBlocks(InputStream in, long offset, boolean within) {
        this(in, offset, within, BLOCK, LONGEST_LINE);
    }

    LineBlocks(InputStream in, long offset, boolean within, int blockSize, int longestLine) {
        this.in = in;
        this.offset = offset;
        this.within = within;
        this.blockSize = blockSize;
        this.longestLine = longestLine;
        this.buffer = block(blockSize);
    }

    private static byte[] block(int size) {
        var spare = SPARE.get();
        SPARE.remove();
        return spare != null && spare.length == size ? spare : new byte[size];
    }

    /** Keeps the block for the thread's next reading; nothing that was handed out is good any more. */
    @Override
    public void close() {
        if (buffer.length == BLOCK) {
            SPARE.set(buffer);
        }
    }

    /** The next whole lines, or null at the end of the stream. */
    @Nullable
    LineBlock next() throws IOException {
        forgetHandedOut();
        if (within && !leaveLineOut()) {
            return null;
        }
        var searched = 0;
        while (true) {
            var ended = !fill();
            var end = endOfLastLine(searched);
            if (end > 0) {
                handedOut = end;
                return new LineBlock(buffer, end, offset);
            }
            if (ended) {
                return null;
            }
            searched = filled;
            if (filled < longestLine) {
                buffer = Arrays.copyOf(buffer, (int) Math.min(4L * buffer.length, longestLine));
            } else if (!leaveLineOut()) {
                return null;
            } else {
                searched = 0;
            }
        }
    }

    /** What follows the last line feed; asked for when {@link #next()} found the end. */
    LineBlock rest() {
        return new LineBlock(buffer, filled, offset);
    }

    /** How many lines were too long. */
    long leftOut() {
        return leftOut;
    }

    private void forgetHandedOut() {
        var kept = filled - handedOut;
        var next = buffer.length > blockSize && kept < blockSize ? new byte[blockSize] : buffer;
        System.arraycopy(buffer, handedOut, next, 0, kept);
        buffer = next;
        filled = kept;
        offset += handedOut;
        handedOut = 0;
    }

    /** Fills the buffer; false if the stream ended before it was full. */
    private boolean fill() throws IOException {
        var read = in.readNBytes(buffer, filled, buffer.length - filled);
        filled += read;
        return filled == buffer.length;
    }

    /** Zero if none of the bytes that were not searched yet ends a line. */
    private int endOfLastLine(int searched) {
        var lineFeed = EightBytes.last(LINE_FEED, buffer, searched, filled);
        return lineFeed < searched ? 0 : lineFeed + 1;
    }

    /**
     * Reads on behind the line that the buffer holds the beginning of; false if the stream ends within it. What was read of it is done
     * with then: somebody may append to that line for ever, and each reading would begin at its beginning.
     */
    private boolean leaveLineOut() throws IOException {
        within = true;
        offset += filled;
        buffer = new byte[blockSize];
        do {
            filled = in.readNBytes(buffer, 0, buffer.length);
            var end = EightBytes.next(LINE_FEED, buffer, 0, filled);
            if (end < filled) {
                handedOut = end + 1;
                leftOut++;
                within = false;
                forgetHandedOut();
                return true;
            }
            offset += filled;
        } while (filled == buffer.length);
        filled = 0;
        return false;
    }
}
