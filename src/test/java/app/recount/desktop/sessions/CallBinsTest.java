package app.recount.desktop.sessions;

import static app.recount.desktop.sessions.Found.tokens;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.session.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CallBinsTest {

    private static final Instant START = Instant.parse("2026-06-12T09:00:07Z");

    @Test
    void an_hour_of_calls_stands_in_round_spans_without_gaps() {
        var bins = CallBins.of(List.of(call(0, 5), call(90, 7), call(3600, 11)), 40);

        assertThat(bins.width()).isEqualTo(Duration.ofMinutes(2));
        assertThat(bins.bins()).hasSize(31);
        assertThat(bins.bins().getFirst()).isEqualTo(new CallBins.Bin(Instant.parse("2026-06-12T09:00:00Z"), 2, 12, 0));
        assertThat(bins.bins().getLast().own()).isEqualTo(11);
        assertThat(bins.highest()).isEqualTo(12);
    }

    @Test
    void one_call_is_one_span() {
        assertThat(CallBins.of(List.of(call(0, 5)), 40).bins()).hasSize(1);
    }

    @Test
    void subagents_are_kept_apart() {
        var bins = CallBins.of(List.of(call(0, 5), new Call(START, "m", true, tokens(3, 0, 0, 0))), 40);

        assertThat(bins.bins().getFirst().subagents()).isEqualTo(3);
        assertThat(bins.bins().getFirst().total()).isEqualTo(8);
        assertThat(bins.hasSubagents()).isTrue();
    }

    @Test
    void calls_without_a_time_are_counted_and_stand_nowhere() {
        var bins = CallBins.of(List.of(new Call(null, "m", false, tokens(3, 0, 0, 0))), 40);

        assertThat(bins.bins()).isEmpty();
        assertThat(bins.timeless()).isEqualTo(1);
        assertThat(bins.calls()).isEqualTo(1);
    }

    @Property(tries = 200)
    void no_call_is_lost_and_there_are_never_too_many_spans(
            @ForAll @Size(min = 1, max = 30) List<@LongRange(min = 0, max = 400_000_000) Long> seconds,
            @ForAll @IntRange(min = 2, max = 60) int limit) {
        var calls = new ArrayList<Call>();
        seconds.forEach(second -> calls.add(call(second, 1)));

        var bins = CallBins.of(calls, limit);

        assertThat(bins.bins()).hasSizeLessThanOrEqualTo(limit);
        assertThat(bins.calls()).isEqualTo(seconds.size());
    }

    private static Call call(long after, long input) {
        return new Call(START.plusSeconds(after), "m", false, tokens(input, 0, 0, 0));
    }
}
