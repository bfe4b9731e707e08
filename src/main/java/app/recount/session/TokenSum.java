package app.recount.session;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Optional;

/**
 * Adds numbers of tokens, which may come from anywhere: from logs, imports and options. No sum turns over into a wrong one. Where a sum
 * may be unknown, one that is too large is; a {@link TokenCount} stops at {@value #MOST} instead and says so.
 */
public final class TokenSum {

    /** More than anybody can have used. */
    static final long MOST = Long.MAX_VALUE;

    private TokenSum() {}

    /** Exact, or empty if it is too large. */
    public static Optional<Long> of(Collection<Long> counts) {
        return fitting(counts.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add));
    }

    /** What came in between, exact, or empty if it is too large: what was imported may begin at the lower end of 64 bits. */
    public static Optional<Long> between(long before, long after) {
        return fitting(BigInteger.valueOf(after).subtract(BigInteger.valueOf(before)));
    }

    private static Optional<Long> fitting(BigInteger sum) {
        return sum.bitLength() < Long.SIZE ? Optional.of(sum.longValue()) : Optional.empty();
    }

    /** At most {@value #MOST}, and at least as much below zero. */
    public static long plus(long one, long other) {
        long sum = one + other;
        boolean over = ((one ^ sum) & (other ^ sum)) < 0;
        return over ? (one < 0 ? -MOST : MOST) : Math.max(sum, -MOST);
    }
}
