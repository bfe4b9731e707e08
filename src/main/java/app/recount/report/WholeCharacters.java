package app.recount.report;

import java.io.Reader;

/**
 * Hands out a text so that no piece ends within a surrogate pair. SnakeYAML Engine 3.0.1 reads past its buffer where a full piece
 * does, and fails on every file that happens to have an emoji there.
 */
final class WholeCharacters extends Reader {

    private final String text;
    private int next;

    WholeCharacters(String text) {
        this.text = text;
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (next == text.length()) {
            return -1;
        }
        int end = Math.min(text.length(), next + length);
        if (end - next > 1 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        text.getChars(next, end, buffer, offset);
        int read = end - next;
        next = end;
        return read;
    }

    @Override
    public void close() {
        // a text holds nothing open
    }
}
