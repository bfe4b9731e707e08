package app.recount.session;

import java.nio.charset.StandardCharsets;

/**
 * A few bytes to look for, eight positions at a time: most of a log is other people's text, and this is all that is ever done with it.
 */
final class Mark {

    private final byte[] bytes;
    private final long lastButOne;
    private final long last;

    private Mark(byte[] bytes) {
        this.bytes = bytes;
        this.lastButOne = EightBytes.of(bytes[bytes.length - 2]);
        this.last = EightBytes.of(bytes[bytes.length - 1]);
    }

    /** A JSON field or text of this name. Quotes inside a text are escaped, so that no text can contain it. */
    static Mark quoted(String name) {
        return new Mark(('"' + name + '"').getBytes(StandardCharsets.UTF_8));
    }

    int length() {
        return bytes.length;
    }

    /** Where it stands next at or behind {@code from}, wholly before {@code to}; {@code to} if it does not. */
    int next(byte[] text, int from, int to) {
        var behindStart = bytes.length - 2;
        var pair = from + behindStart;
        while (true) {
            pair = nextPair(text, pair, to);
            if (pair == to || stands(text, pair - behindStart)) {
                return Math.min(to, pair - (pair == to ? 0 : behindStart));
            }
            pair++;
        }
    }

    /** Where the last two bytes of the mark stand next to each other. */
    private int nextPair(byte[] text, int from, int to) {
        var at = from;
        for (; at <= to - 9; at += 8) {
            var found =
                    EightBytes.zeroes((EightBytes.at(text, at) ^ lastButOne) | (EightBytes.at(text, at + 1) ^ last));
            if (found != 0) {
                return at + EightBytes.first(found);
            }
        }
        for (; at < to - 1; at++) {
            if (text[at] == (byte) lastButOne && text[at + 1] == (byte) last) {
                return at;
            }
        }
        return to;
    }

    private boolean stands(byte[] text, int at) {
        for (var i = 0; i < bytes.length; i++) {
            if (text[at + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Where the byte stands next at or behind {@code from}; {@code to} if it does not stand before it. */
    static int next(byte wanted, byte[] text, int from, int to) {
        var pattern = EightBytes.of(wanted);
        var at = from;
        for (; at <= to - 8; at += 8) {
            var found = EightBytes.zeroes(EightBytes.at(text, at) ^ pattern);
            if (found != 0) {
                return at + EightBytes.first(found);
            }
        }
        while (at < to && text[at] != wanted) {
            at++;
        }
        return Math.min(at, to);
    }

    /** Where the byte stands last before {@code to}, at or behind {@code from}; one less than {@code from} if it does not. */
    static int last(byte wanted, byte[] text, int from, int to) {
        var pattern = EightBytes.of(wanted);
        var end = to;
        while (end - from >= 8 && EightBytes.zeroes(EightBytes.at(text, end - 8) ^ pattern) == 0) {
            end -= 8;
        }
        var at = end - 1;
        while (at >= from && text[at] != wanted) {
            at--;
        }
        return at;
    }
}
