package app.recount.session;

import java.nio.charset.StandardCharsets;

/**
 * Some whole lines of a log, as they lie in the reader's buffer; good until the next block is read.
 *
 * <p>The text has one character per byte, so that a position in it is one in the bytes. {@link String#indexOf} looks at many bytes at
 * once in such a text, which a loop over the bytes does not.
 */
final class LineBlock {

    private final byte[] bytes;
    private final int length;
    private final long offset;
    private final String text;

    /**
     * @param length how many bytes of the buffer belong to the block
     * @param offset where in the log the block begins
     */
    LineBlock(byte[] bytes, int length, long offset) {
        this.bytes = bytes;
        this.length = length;
        this.offset = offset;
        this.text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
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

    String text() {
        return text;
    }

    /** Where the line begins that holds this position. */
    int startOfLine(int position) {
        return text.lastIndexOf('\n', position) + 1;
    }

    /** Where the line ends that holds this position: at its line feed, or at the end of the block. */
    int endOfLine(int position) {
        var end = text.indexOf('\n', position);
        return end < 0 ? length : end;
    }
}
