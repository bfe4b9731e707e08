package app.recount.desktop.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.delivery.MarkerState;
import app.recount.memory.RollupMetric;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkerStoryTest {

    @Test
    void a_marker_of_version_1_lacks_what_version_2_brought() {
        assertThat(story("{\"eventCount\": 3}", "1").newerMetrics(2))
                .containsExactly(RollupMetric.READ_TOKENS, RollupMetric.TOKENS_SAVED_VS_NAIVE);
    }

    @Test
    void a_marker_of_version_2_lacks_the_generation_cost_only_where_the_payload_has_it() {
        assertThat(story("{\"eventCount\": 3}", "2").newerMetrics(2)).isEmpty();
        assertThat(story("{\"eventCount\": 3}", "2").newerMetrics(3))
                .containsExactly(
                        RollupMetric.GEN_TOKENS_INPUT, RollupMetric.GEN_TOKENS_OUTPUT, RollupMetric.GEN_COST_USD);
    }

    @Test
    void a_marker_of_a_version_nobody_knows_yet_lacks_nothing() {
        assertThat(story("{\"version\": 99}", "99").newerMetrics(3)).isEmpty();
    }

    @Test
    void a_marker_that_says_no_version_does_not_say_what_it_lacks() {
        assertThat(story("{\"version\": \"x\"}", "").newerMetrics(3)).isEmpty();
    }

    @Test
    void parts_that_cannot_be_understood_are_left_out_one_by_one() {
        var story = story(
                "{\"completedAt\": \"yesterday\", \"throughDay\": \"2026-06-09\", \"eventCount\": \"29\"}", "1.5");

        assertThat(story.completedAt()).isEmpty();
        assertThat(story.throughDay()).isPresent();
        assertThat(story.eventCount()).isEmpty();
        assertThat(story.version()).isEmpty();
    }

    @Test
    void zero_events_mean_that_nothing_was_sent() {
        assertThat(story("{\"eventCount\": 0}", "1").withoutEvents()).isTrue();
        assertThat(story("{\"eventCount\": 1}", "1").withoutEvents()).isFalse();
        assertThat(story("{}", "1").withoutEvents()).isFalse();
    }

    private static MarkerStory story(String content, String version) {
        return MarkerStory.of(new MarkerState(
                MarkerState.Kind.CURRENT,
                Optional.of(content),
                Optional.of(version).filter(text -> !text.isEmpty())));
    }
}
