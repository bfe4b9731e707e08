package app.recount.session;

/** Some whole lines of a log, as they lie in the reader's buffer; good until the next block is read. */
final class LineBlock {

    private static final byte LINE_FEED = '\n';

    private final byte[] bytes;
    private final int length;
    private final long offset;

    /**
     * @param length how many bytes of the buffer belong to the block
     * @param offset where in the log the block begins
     */
    LineBlock(byte[] bytes, int length, long offset) {
        this.bytes = bytes;
        this.length = length;
        this.offset = offset;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    long offset() {
        return offset;
    }

    boolean isEmpty() {
        return length == 0;
    }

    /** Where the line begins that holds this position. */
    int startOfLine(int position) {
        return EightBytes.last(LINE_FEED, bytes, 0, position) + 1;
    }

    /** Where the line ends that holds this position: at its line feed, or at the end of the block. */
    int endOfLine(int position) {
        return EightBytes.next(LINE_FEED, bytes, position, length);
    }
}
