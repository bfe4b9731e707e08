package app.recount.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {

    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");

    private static RetryPolicy policy(double random) {
        return new RetryPolicy(
                6,
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofMinutes(2),
                Duration.ofMinutes(5),
                () -> random);
    }

    private static Optional<Duration> after(int failed, String header) {
        return policy(1).pauseAfter(failed, Optional.of(header), NOW, Duration.ZERO);
    }

    @Test
    void pauses_double_up_to_a_limit_and_then_there_are_none() {
        assertThat(IntStream.rangeClosed(1, 6)
                        .mapToObj(failed -> policy(1).pauseAfter(failed, Optional.empty(), NOW, Duration.ZERO)))
                .containsExactly(
                        Optional.of(Duration.ofSeconds(1)),
                        Optional.of(Duration.ofSeconds(2)),
                        Optional.of(Duration.ofSeconds(4)),
                        Optional.of(Duration.ofSeconds(5)),
                        Optional.of(Duration.ofSeconds(5)),
                        Optional.empty());
    }

    @Property
    void jitter_shortens_a_pause_and_never_lengthens_it(
            @ForAll @IntRange(min = 1, max = 5) int failed, @ForAll @DoubleRange(min = 0, max = 1) double random) {
        var longest = policy(1)
                .pauseAfter(failed, Optional.empty(), NOW, Duration.ZERO)
                .orElseThrow();
        var jittered = policy(random)
                .pauseAfter(failed, Optional.empty(), NOW, Duration.ZERO)
                .orElseThrow();
        assertThat(jittered).isBetween(Duration.ZERO, longest);
    }

    @Test
    void seconds_that_the_server_asks_for_are_waited_even_if_jitter_wants_less() {
        assertThat(policy(0).pauseAfter(1, Optional.of(" 7 "), NOW, Duration.ZERO))
                .contains(Duration.ofSeconds(7));
    }

    @Test
    void a_date_that_the_server_names_is_waited_for() {
        assertThat(after(1, "Mon, 01 Jun 2026 10:00:09 GMT")).contains(Duration.ofSeconds(9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "Mon, 01 Jun 2026 09:59:00 GMT"})
    void what_asks_for_nothing_or_for_the_past_changes_nothing(String header) {
        assertThat(after(1, header)).contains(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"121", "86400", "9999999999", "99999999999999999999", "Tue, 02 Jun 2026 10:00:00 GMT"})
    void who_asks_for_more_than_patience_allows_is_not_waited_for(String header) {
        assertThat(after(1, header)).isEmpty();
    }

    @Property
    void no_attempt_begins_after_the_whole_time(
            @ForAll @LongRange(min = 0, max = 600) long elapsed, @ForAll @IntRange(min = 0, max = 120) int asked) {
        policy(1)
                .pauseAfter(1, Optional.of(String.valueOf(asked)), NOW, Duration.ofSeconds(elapsed))
                .ifPresent(pause -> assertThat(pause.plusSeconds(elapsed)).isLessThanOrEqualTo(Duration.ofMinutes(5)));
    }
}
