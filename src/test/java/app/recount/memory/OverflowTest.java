package app.recount.memory;

import static app.recount.memory.Finding.Code.VALUE_OVERFLOW;
import static app.recount.memory.MemoryFixture.memory;
import static app.recount.memory.RollupMetric.DISCOVERY_TOKENS;
import static app.recount.memory.RollupMetric.READ_TOKENS;
import static app.recount.memory.RollupMetric.TOKENS_SAVED_VS_NAIVE;
import static app.recount.memory.SourceTable.SUMMARIES;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sums that no 64-bit integer or no JSON number can hold. */
class OverflowTest extends MemoryTest {

    private static final String DAY = "2026-05-20";
    private static final String MORNING = DAY + "T10:00:00Z";
    private static final long LARGEST = (1L << 53) - 1;

    private Activity summaries(@Nullable Object... tokens) {
        var fixture = memory().observation(MORNING, "abc").untyped(SUMMARIES, "discovery_tokens");
        for (var each : tokens) {
            fixture.summary(MORNING, each);
        }
        return read(fixture.summary("2026-05-21T10:00:00Z", 7));
    }

    private static void assertLeftOut(Activity activity) {
        assertThat(rollup(activity, DAY))
                .containsKey(READ_TOKENS)
                .doesNotContainKeys(DISCOVERY_TOKENS, TOKENS_SAVED_VS_NAIVE);
        assertThat(rollup(activity, "2026-05-21")).containsEntry(DISCOVERY_TOKENS, number(7));
        assertThat(finding(activity, VALUE_OVERFLOW)).hasValueSatisfying(finding -> {
            assertThat(finding.count()).isEqualTo(2);
            assertThat(finding.days()).containsExactly(LocalDate.parse(DAY));
        });
    }

    private static void assertSum(Activity activity, long sum) {
        assertThat(rollup(activity, DAY)).containsEntry(DISCOVERY_TOKENS, number(sum));
        assertThat(finding(activity, VALUE_OVERFLOW)).isEmpty();
    }

    @Test
    void the_largest_whole_number_that_json_keeps_is_sent() {
        assertSum(summaries(LARGEST - 1, 1), LARGEST);
        assertThat(rollup(read(folder.resolve("claude-mem.db")), DAY))
                .containsEntry(TOKENS_SAVED_VS_NAIVE, number(LARGEST - 1));
    }

    @Test
    void one_more_is_left_out_and_what_is_derived_from_it_too() {
        assertLeftOut(summaries(LARGEST, 1));
    }

    @Test
    void the_smallest_is_sent_and_one_less_is_not() {
        assertSum(summaries(-LARGEST), -LARGEST);
    }

    @Test
    void one_less_than_the_smallest_is_left_out() {
        assertLeftOut(summaries(-LARGEST, -1));
    }

    @Test
    void a_sum_beyond_64_bits_is_left_out_instead_of_failing() {
        assertLeftOut(summaries(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE));
    }

    @Test
    void parts_beyond_64_bits_that_cancel_out_leave_the_exact_sum() {
        assertSum(summaries(Long.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE, 44), 42);
    }

    @Test
    void large_integers_beside_a_fraction_stay_exact() {
        assertSum(summaries(Long.MAX_VALUE, 0.5, -Long.MAX_VALUE, 0.5), 1);
    }

    @Test
    void an_infinity_is_left_out() {
        assertLeftOut(summaries(Double.POSITIVE_INFINITY, 1));
    }

    @Test
    void infinities_of_both_signs_are_left_out() {
        assertLeftOut(summaries(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
    }

    @Test
    void a_text_that_reads_as_infinite_is_left_out() {
        assertLeftOut(summaries("1e999"));
    }

    @Test
    void a_fraction_beyond_the_limit_is_left_out() {
        assertLeftOut(summaries(1e300));
    }
}
