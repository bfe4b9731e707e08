package app.recount.session;

import java.nio.charset.StandardCharsets;

/** A JSON field or text of a certain name, as it stands in a line: a few bytes to look for in what is other people's text otherwise. */
final class Mark {

    private final byte[] bytes;
    private final long ending;
    private final long endingBits;

    private Mark(byte[] bytes) {
        this.bytes = bytes;
        var length = Math.min(bytes.length, Long.BYTES);
        this.endingBits = -1L << (Byte.SIZE * (Long.BYTES - length));
        this.ending =
                EightBytes.upTo(bytes, bytes.length - length, bytes.length) << (Byte.SIZE * (Long.BYTES - length));
    }

    /** Quotes inside a text are escaped, so that no text can contain it. */
    static Mark quoted(String name) {
        return new Mark(('"' + name + '"').getBytes(StandardCharsets.UTF_8));
    }

    int length() {
        return bytes.length;
    }

    /** The letter before the quote at its end. */
    byte lastLetter() {
        return bytes[bytes.length - 2];
    }

    /** Whether it may stand before these eight bytes' end: they are as its own last ones, or all of it. */
    boolean mayEnd(long eight) {
        return (eight & endingBits) == ending;
    }

    /** Whether it stands where its last quote would be this one. */
    boolean endsAt(byte[] text, int quote) {
        var from = quote + 1 - bytes.length;
        if (from < 0) {
            return false;
        }
        for (var i = 0; i < bytes.length; i++) {
            if (text[from + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
