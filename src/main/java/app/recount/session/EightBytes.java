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

    /** Which of the eight is meant by the lowest bit that is set. */
    static int first(long bits) {
        return Long.numberOfTrailingZeros(bits) >>> 3;
    }
}
