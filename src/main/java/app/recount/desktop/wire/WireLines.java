package app.recount.desktop.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A body cut into lines for the eye. Nothing is added to the bytes and nothing is left out: the lines joined are the body. Only
 * where each line begins is kept, so that a body of many megabytes costs little more than itself.
 */
public final class WireLines {

    private final byte[] body;
    private final int[] starts;
    private final byte[] depths;
    private final int count;

    private final int base;

    private WireLines(byte[] body, int base, Cuts cuts) {
        this.body = body;
        this.base = base;
        this.starts = cuts.starts;
        this.depths = cuts.depths;
        this.count = cuts.count;
    }

    /** A line per member and element, indented by depth; closing brackets stay at the end of the last line. */
    public static WireLines painted(byte[] body) {
        return painted(body, 0);
    }

    /**
     * The same for a piece of a body.
     *
     * @param base where the piece begins in the whole; all offsets are those of the whole
     */
    public static WireLines painted(byte[] body, int base) {
        var bytes = body.clone();
        var cuts = new Cuts();
        boolean inString = false;
        int depth = 0;
        for (int i = 0; i < bytes.length; i++) {
            byte b = bytes[i];
            if (inString) {
                if (b == '\\') {
                    i++;
                } else if (b == '"') {
                    inString = false;
                }
                continue;
            }
            switch (b) {
                case '"' -> inString = true;
                case '{', '[' -> cuts.add(i + 1, ++depth);
                case '}', ']' -> depth--;
                case ',' -> cuts.add(i + 1, depth);
                default -> {}
            }
        }
        return new WireLines(bytes, base, cuts.upTo(bytes.length));
    }

    /** Lines of {@code columns} characters, whatever stands in them; a character is never cut in two. */
    public static WireLines wrapped(byte[] body, int columns) {
        var bytes = body.clone();
        var cuts = new Cuts();
        int characters = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean continuation = (bytes[i] & 0xC0) == 0x80;
            if (!continuation && characters++ == columns) {
                cuts.add(i, 0);
                characters = 1;
            }
        }
        return new WireLines(bytes, 0, cuts.upTo(bytes.length));
    }

    public int count() {
        return count;
    }

    /** How many bytes stand before the line. */
    public int offset(int line) {
        return base + starts[line];
    }

    /** How deep the line's first byte stands in objects and arrays. */
    public int depth(int line) {
        return depths[line];
    }

    public String text(int line) {
        int end = line + 1 < count ? starts[line + 1] : body.length;
        return new String(body, starts[line], end - starts[line], StandardCharsets.UTF_8);
    }

    /** The line that the byte at {@code offset} stands in. */
    public int lineAt(int offset) {
        int found = Arrays.binarySearch(starts, 0, count, offset - base);
        return found >= 0 ? found : -found - 2;
    }

    /** Where the last byte's successor stands. */
    public int size() {
        return base + body.length;
    }

    /**
     * Where {@code text} begins, each place by its byte offset; letters of ASCII are found in either case.
     *
     * @param limit how many places are enough
     */
    public int[] find(String text, int limit) {
        var wanted = lower(text.getBytes(StandardCharsets.UTF_8));
        var places = new int[Math.min(limit, body.length)];
        int found = 0;
        for (int i = 0; wanted.length > 0 && i + wanted.length <= body.length && found < places.length; i++) {
            if (standsAt(i, wanted)) {
                places[found++] = base + i;
            }
        }
        return Arrays.copyOf(places, found);
    }

    private boolean standsAt(int offset, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (lower(body[offset + i]) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] lower(byte[] bytes) {
        var lower = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            lower[i] = lower(bytes[i]);
        }
        return lower;
    }

    private static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + ('a' - 'A')) : b;
    }

    /** Line beginnings while they are being found. The first line begins at 0. */
    private static final class Cuts {

        private int[] starts = new int[1024];
        private byte[] depths = new byte[1024];
        private int count = 1;

        void add(int start, int depth) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
                depths = Arrays.copyOf(depths, count * 2);
            }
            starts[count] = start;
            depths[count++] = (byte) Math.min(depth, Byte.MAX_VALUE);
        }

        /** A cut behind the last byte begins no line. */
        Cuts upTo(int length) {
            while (count > 1 && starts[count - 1] >= length) {
                count--;
            }
            return this;
        }
    }
}
