package app.recount.session;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into blocks of whole lines. Holds one block at a time, and more only for a line that is longer than a block; a line
 * that is longer than any sane one is left out.
 */
final class LineBlocks {

    private static final byte LINE_FEED = '\n';

    /** Fits into a processor's second cache, where the searches that follow find it. */
    private static final int BLOCK = 256 << 10;

    /** Agents write lines of 5 MB; nobody writes this. */
    private static final int LONGEST_LINE = 64 << 20;

    private final InputStream in;
    private final int blockSize;
    private final int longestLine;
    private byte[] buffer;
    private int filled;
    private int handedOut;
    private long offset;
    private long leftOut;

    LineBlocks(InputStream in, long offset) {
        this(in, offset, BLOCK, LONGEST_LINE);
    }

    LineBlocks(InputStream in, long offset, int blockSize, int longestLine) {
        this.in = in;
        this.offset = offset;
        this.blockSize = blockSize;
        this.longestLine = longestLine;
        this.buffer = new byte[blockSize];
    }

    /** The next whole lines, or null at the end of the stream. */
    @Nullable
    LineBlock next() throws IOException {
        forgetHandedOut();
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
        var lineFeed = Mark.last(LINE_FEED, buffer, searched, filled);
        return lineFeed < searched ? 0 : lineFeed + 1;
    }

    /** Reads on behind the line that fills the buffer; false if it never ends, which leaves everything as if it were not there. */
    private boolean leaveLineOut() throws IOException {
        var length = (long) filled;
        buffer = new byte[blockSize];
        do {
            filled = in.readNBytes(buffer, 0, buffer.length);
            var end = Mark.next(LINE_FEED, buffer, 0, filled);
            if (end < filled) {
                handedOut = end + 1;
                offset += length;
                leftOut++;
                forgetHandedOut();
                return true;
            }
            length += filled;
        } while (filled == buffer.length);
        filled = 0;
        return false;
    }
}
