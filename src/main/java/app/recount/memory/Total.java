package app.recount.memory;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the rows of one day contribute to one metric.
 *
 * @param rows how many of them contribute anything, that is, are not NULL
 * @param sum exact as far as it comes from integers
 * @param fractional whether a floating-point number is among them, so that the sum is only as exact as those are
 * @param finite false once an infinity is among them
 */
record Total(long rows, BigDecimal sum, boolean fractional, boolean finite) {

    /** The largest whole number that every JSON reader keeps exactly. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf((1L << 53) - 1);

    /** What stands for an infinity where numbers are decimals; another one beside it does not make it good. */
    static final BigDecimal INFINITE = BigDecimal.valueOf(Double.MAX_VALUE);

    private static final BigDecimal TWO_TO_32 = BigDecimal.valueOf(1L << 32);

    static final Total NONE = new Total(0, BigDecimal.ZERO, false, true);

    static Total ofWhole(long rows, long sum) {
        return new Total(rows, BigDecimal.valueOf(sum), false, true);
    }

    /** One value, to be summed to its last decimal. */
    static Total ofExact(BigDecimal value) {
        return new Total(1, value, false, value.abs().compareTo(INFINITE) < 0);
    }

    /** From the sums of the upper parts and of the lower 32 bits of 64-bit integers. */
    static Total ofHalves(long rows, long upper, long lower) {
        return new Total(
                rows, BigDecimal.valueOf(upper).multiply(TWO_TO_32).add(BigDecimal.valueOf(lower)), false, true);
    }

    Total plus(Total other) {
        return new Total(rows + other.rows, sum.add(other.sum), fractional || other.fractional, finite && other.finite);
    }

    Total plusFraction(double fraction) {
        return Double.isFinite(fraction)
                ? new Total(rows, sum.add(new BigDecimal(fraction)), true, finite)
                : new Total(rows, sum, true, false);
    }

    /** The sum however large it is. */
    BigDecimal normalised() {
        return normal(sum);
    }

    /** The sum as it can be sent, or empty if it is too large for that. */
    Optional<BigDecimal> value() {
        if (!finite || sum.abs().compareTo(LARGEST) > 0) {
            return Optional.empty();
        }
        return Optional.of(normal(fractional ? BigDecimal.valueOf(sum.doubleValue()) : sum));
    }

    /** Scale 0 where there is no fraction. */
    private static BigDecimal normal(BigDecimal number) {
        if (number.scale() == 0) {
            return number;
        }
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
