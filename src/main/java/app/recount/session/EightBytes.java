package app.recount.session;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at eight bytes at a time, which any compiler makes fast: a search of the class library is so only once the optimizing one has
 * come to it, which is after the first seconds of a program.
 */
final class EightBytes {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;

    private static final long HIGHEST_BITS = 0x8080808080808080L;

    private EightBytes() {}

    static long at(byte[] bytes, int position) {
        return (long) LONGS.get(bytes, position);
    }

    /** The eight at this position, which lies before {@code to}; 0 for those that do not. */
    static long upTo(byte[] bytes, int position, int to) {
        var missing = position + Long.BYTES - to;
        if (missing <= 0) {
            return at(bytes, position);
        }
        if (position <= bytes.length - Long.BYTES) {
            return at(bytes, position) & (-1L >>> (Byte.SIZE * missing));
        }
        var some = 0L;
        for (var last = to - 1; last >= position; last--) {
            some = (some << Byte.SIZE) | (bytes[last] & 0xff);
        }
        return some;
    }

    /** Whether none of the bytes is part of a character beyond ASCII. */
    static boolean isAscii(long eight) {
        return (eight & HIGHEST_BITS) == 0;
    }

    /** The same byte eight times. */
    static long of(byte value) {
        return ONES * (value & 0xff);
    }

    /** Has a bit set if a byte is 0, the lowest one in the first that is. */
    static long zeroes(long eight) {
        return (eight - ONES) & ~eight & HIGHEST_BITS;
    }

    /** Has a bit set if a byte is below this limit of at most 128, the lowest one in the first that is. */
    static long below(byte limit, long eight) {
        return (eight - of(limit)) & ~eight & HIGHEST_BITS;
    }

    /** Where the byte stands next at or behind {@code from}; {@code to} if it does not stand before it. */
    static int next(byte wanted, byte[] text, int from, int to) {
        var pattern = of(wanted);
        var at = from;
        for (; at <= to - 8; at += 8) {
            var found = zeroes(at(text, at) ^ pattern);
            if (found != 0) {
                return at + first(found);
            }
        }
        while (at < to && text[at] != wanted) {
            at++;
        }
        return Math.min(at, to);
    }

    /** Where the byte stands last before {@code to}, at or behind {@code from}; one less than {@code from} if it does not. */
    static int last(byte wanted, byte[] text, int from, int to) {
        var pattern = of(wanted);
        var end = to;
        while (end - from >= 8 && zeroes(at(text, end - 8) ^ pattern) == 0) {
            end -= 8;
        }
        var at = end - 1;
        while (at >= from && text[at] != wanted) {
            at--;
        }
        return at;
    }

    /** Which of the eight is meant by the lowest bit that is set, always a byte's highest. */
    static int first(long bits) {
        // counts the whole bytes below that bit; counting zeroes is a call of two methods without the optimizing
        // compiler
        var below = ((bits - 1) & ~bits) >>> 7;
        return (int) (((below & ONES) * ONES) >>> 56);
    }
}
