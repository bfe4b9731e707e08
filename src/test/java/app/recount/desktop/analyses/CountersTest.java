package app.recount.desktop.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.desktop.widget.Money;
import app.recount.desktop.widget.PathNames;
import app.recount.text.Texts;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The big counters and the facts, in words. */
class CountersTest {

    private final Texts texts = new Texts();

    @Test
    void the_counters_add_up_to_the_total() {
        var run = Runs.observed(Runs.progress(Runs.open(1, "a"), Runs.used(6270, 126_609, 2_857_280, 39_244)));

        var counters = CounterWords.of(run, Optional.of(18_204L), texts);

        assertThat(counters)
                .extracting(CounterWords::figure)
                .containsExactly("3,029,403", "6,270", "126,609", "2,857,280", "39,244", "1.50");
        assertThat(counters.getFirst().note()).isEqualTo("+18,204 last minute");
        assertThat(counters.get(2).note()).isEqualTo("all 5 m");
        assertThat(counters.get(3).note()).isEqualTo("94.3 % of total");
    }

    @Test
    void what_is_unknown_is_said_with_its_reason_and_never_0() {
        var run = Runs.observed(Runs.progress(Runs.open(1, "a"), null));

        var counters = CounterWords.of(run, Optional.empty(), texts);

        assertThat(counters).extracting(CounterWords::figure).containsOnly("unknown");
        assertThat(counters.getFirst().note()).isEqualTo("The log was deleted.");
        assertThat(counters.getLast().note()).isEqualTo("no price for claude-sonnet-4-5");
    }

    @Test
    void a_run_that_came_without_a_split_shows_its_whole_input_side() {
        var counters = Counters.of(Runs.progress(Runs.ended(1, "a", "completed"), null));

        assertThat(counters.total()).contains(100L);
        assertThat(counters.input()).contains(80L);
        assertThat(counters.split()).isFalse();
        assertThat(counters.cacheRead()).isEmpty();
        assertThat(counters.costUsd()).contains(new BigDecimal("0.25"));
    }

    @Test
    void the_day_of_the_prices_stands_only_below_a_cost_that_was_computed_from_them() {
        var open = Runs.observed(Runs.progress(Runs.open(1, "a"), Runs.used(1, 1, 1, 1)));
        var ended = Runs.observed(Runs.progress(Runs.ended(1, "a", "completed"), Runs.used(1, 1, 1, 1)));

        assertThat(CounterWords.of(open, Optional.empty(), texts).getLast().note())
                .isEqualTo("prices of 2026-05-01");
        assertThat(CounterWords.of(ended, Optional.empty(), texts).getLast().note())
                .isEqualTo("as stored with the run");
    }

    @Test
    void small_sums_of_money_keep_something_of_themselves() {
        assertThat(Money.of(new BigDecimal("1.9449"))).isEqualTo("1.94");
        assertThat(Money.of(new BigDecimal("0.00123"))).isEqualTo("0.0012");
        assertThat(Money.of(BigDecimal.ZERO)).isEqualTo("0.00");
        assertThat(Money.of(new BigDecimal("1234.5"))).isEqualTo("1,234.50");
    }

    @Test
    void the_facts_say_which_rule_chose_and_why_counts_are_unknown() {
        var facts = facts(Runs.observed(Runs.progress(Runs.open(1, "a"), null)));

        assertThat(facts)
                .containsEntry("Session", "8c41f0d2…b7e3")
                .containsEntry("Chosen by", "only session in this folder")
                .containsEntry("Method", "per_message_sum")
                .containsEntry("Baseline", "1,000")
                .containsEntry("Check", "unknown: The log was deleted.");
    }

    @Test
    void a_synthesis_counts_its_inputs_and_itself_and_is_unknown_if_one_of_them_is() {
        var synthesis = Runs.observed(
                Runs.progress(Runs.synthesis(9, "ANALYSIS-2026-001", "ANALYSIS-2026-002"), Runs.used(7, 0, 0, 0)));
        var both = Map.of(
                "ANALYSIS-2026-001",
                Runs.ended(1, "a", "completed"),
                "ANALYSIS-2026-002",
                Runs.ended(2, "b", "completed"));

        var whole =
                Synthesis.of(synthesis, id -> Optional.ofNullable(both.get(id))).orElseThrow();
        var holes = Synthesis.of(synthesis, id -> Optional.empty()).orElseThrow();

        assertThat(whole.end().total()).contains(207L);
        assertThat(whole.end().costUsd()).contains(new BigDecimal("2.00"));
        assertThat(holes.end().total()).isEmpty();
        assertThat(holes.end().inputs()).noneMatch(input -> input.exists());
        assertThat(Synthesis.of(Runs.observed(Runs.progress(Runs.open(1, "a"), null)), id -> Optional.empty()))
                .isEmpty();
    }

    private Map<String, String> facts(Observed run) {
        return RunFacts.of(run, texts, new PathNames(Path.of("home"))).stream()
                .collect(Collectors.toMap(Fact::name, Fact::value, (a, b) -> a));
    }
}
