package app.recount.generation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The lines of a log of any size, one at a time. Of a line that is longer than any that counts only the beginning is kept; a last line
 * without an end is still being written and is not handed out.
 */
final class LogLines {

    private static final int LONGEST = 1 << 14;

    private final InputStream in;
    private final byte[] block = new byte[1 << 16];
    private int position;
    private int filled;
    private byte[] line = new byte[1024];
    private int length;
    private boolean cut;

    LogLines(InputStream in) {
        this.in = in;
    }

    /** Empty at the end. */
    Optional<String> next() throws IOException {
        length = 0;
        cut = false;
        while (true) {
            if (position == filled) {
                position = 0;
                filled = in.read(block);
                if (filled <= 0) {
                    filled = 0;
                    return Optional.empty();
                }
            }
            int end = position;
            while (end < filled && block[end] != '\n') {
                end++;
            }
            keep(position, end);
            position = Math.min(end + 1, filled);
            if (end < filled) {
                return Optional.of(text());
            }
        }
    }

    private void keep(int from, int to) {
        int more = Math.min(to - from, LONGEST - length);
        cut |= more < to - from;
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.min(LONGEST, Math.max(length + more, 2 * line.length)));
        }
        System.arraycopy(block, from, line, length, more);
        length += more;
    }

    private String text() {
        if (length > 0 && line[length - 1] == '\r' && !cut) {
            length--;
        }
        return new String(line, 0, length, StandardCharsets.UTF_8);
    }
}
