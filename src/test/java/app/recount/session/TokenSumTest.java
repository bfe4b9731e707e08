package app.recount.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class TokenSumTest {

    private static final BigInteger MOST = BigInteger.valueOf(TokenSum.MOST);

    private static BigInteger exact(long... counts) {
        var sum = BigInteger.ZERO;
        for (long count : counts) {
            sum = sum.add(BigInteger.valueOf(count));
        }
        return sum;
    }

    @Property
    void a_sum_is_exact_or_not_told(@ForAll List<Long> counts) {
        var exact = exact(counts.stream().mapToLong(Long::longValue).toArray());

        assertThat(TokenSum.of(counts).map(BigInteger::valueOf))
                .isEqualTo(exact.bitLength() < 64 ? Optional.of(exact) : Optional.empty());
    }

    @Property
    void a_count_stops_where_it_is_too_large(@ForAll long one, @ForAll long other) {
        assertThat(BigInteger.valueOf(TokenSum.plus(one, other)))
                .isEqualTo(exact(one, other).min(MOST).max(MOST.negate()));
    }

    @Property
    void no_total_of_calls_turns_over(
            @ForAll @LongRange(min = 0) long input,
            @ForAll @LongRange(min = 0) long cacheRead,
            @ForAll @LongRange(min = 0) long write5m,
            @ForAll @LongRange(min = 0) long write1h,
            @ForAll @LongRange(min = 0) long output) {
        var count = new TokenCount(input, cacheRead, write5m, write1h, output, 0, 1);
        var twice = count.plus(count);
        var exact = exact(input, cacheRead, write5m, write1h, output);

        assertThat(BigInteger.valueOf(count.total())).isEqualTo(exact.min(MOST));
        assertThat(BigInteger.valueOf(twice.total()))
                .isEqualTo(exact.multiply(BigInteger.TWO).min(MOST));
        assertThat(twice.isTooLarge()).isEqualTo(exact.multiply(BigInteger.TWO).compareTo(MOST) >= 0);
        assertThat(twice.isLoss()).isFalse();
    }
}
