package app.recount.desktop.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.RunProgress;
import app.recount.text.Texts;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** The table of stages, its sum, and the bar. */
class StagesTest {

    private final Texts texts = new Texts();

    private static RunProgress fitting() {
        return Runs.progress(
                Runs.open(1, "a"),
                Runs.used(4, 40, 400, 4000),
                Runs.part("one", 0, 10, Runs.used(1, 10, 100, 1000)),
                Runs.part("two", 10, 25, Runs.used(2, 20, 200, 2000)),
                Runs.part(null, 25, 30, Runs.used(1, 10, 100, 1000)));
    }

    @Test
    void every_column_of_the_sum_is_the_sum_of_its_column() {
        var sum = StageRow.sum(fitting());

        assertThat(sum.input()).contains(4L);
        assertThat(sum.cacheWrite()).contains(40L);
        assertThat(sum.cacheRead()).contains(400L);
        assertThat(sum.output()).contains(4000L);
        assertThat(sum.delta()).contains(4444L);
        assertThat(sum.duration()).hasMinutes(30);
        assertThat(sum.costUsd()).contains(new BigDecimal("1.50"));
        assertThat(SumCheck.of(fitting())).isEqualTo(new SumCheck.AddsUp());
    }

    @Test
    void a_sum_that_is_too_large_to_count_is_not_told() {
        var huge = Runs.progress(
                Runs.open(1, "a"),
                Runs.used(Long.MAX_VALUE, 0, 0, 0),
                Runs.part("one", 0, 10, Runs.used(Long.MAX_VALUE, 0, 0, 0)),
                Runs.part("two", 10, 20, Runs.used(Long.MAX_VALUE, 0, 0, 0)));

        assertThat(StageRow.sum(huge).delta()).isEmpty();
        assertThat(StageShares.of(huge, texts))
                .extracting(StageShares.Share::width)
                .containsExactly(0.5, 0.5);
    }

    @Test
    void a_sum_that_does_not_add_up_says_by_how_much() {
        var missing = SumCheck.of(Runs.progress(
                Runs.open(1, "a"), Runs.used(1500, 0, 0, 0), Runs.part("one", 0, 10, Runs.used(200, 0, 0, 0))));
        var over = SumCheck.of(Runs.progress(
                Runs.open(1, "a"), Runs.used(100, 0, 0, 0), Runs.part("one", 0, 10, Runs.used(107, 0, 0, 0))));

        assertThat(missing).isEqualTo(new SumCheck.Differs(1300));
        assertThat(missing.words(texts)).isEqualTo("1,300 missing");
        assertThat(over.words(texts)).isEqualTo("7 too many");
    }

    @Test
    void an_unknown_stage_is_part_of_the_next_known_one_so_only_an_unknown_end_makes_the_sum_unknown() {
        var healed = Runs.progress(
                Runs.open(1, "a"),
                Runs.used(300, 0, 0, 0),
                Runs.part("one", 0, 10, null),
                Runs.part("two", 10, 20, Runs.used(300, 0, 0, 0)));
        var lost = Runs.progress(
                Runs.open(1, "a"),
                null,
                Runs.part("one", 0, 10, Runs.used(300, 0, 0, 0)),
                Runs.part(null, 10, 20, null));

        assertThat(SumCheck.of(healed)).isEqualTo(new SumCheck.AddsUp());
        assertThat(SumCheck.of(lost)).isEqualTo(new SumCheck.Unknown());
        assertThat(StageRow.sum(lost).delta()).isEmpty();
    }

    @Test
    void stages_of_a_run_whose_total_is_unknown_have_no_sum_and_no_percentage() {
        var holes = Runs.progress(
                Runs.open(1, "a"),
                null,
                Runs.part("one", 0, 10, null),
                Runs.part("two", 10, 20, Runs.used(2200, 0, 0, 0)),
                Runs.part(null, 20, 30, Runs.used(0, 0, 0, 0)));

        var sum = StageRow.sum(holes);

        assertThat(sum.delta()).isEmpty();
        assertThat(sum.input()).isEmpty();
        assertThat(sum.costUsd()).isEmpty();
        assertThat(StageShares.of(holes, texts))
                .extracting(StageShares.Share::percent)
                .containsOnly("");
    }

    @Test
    void a_stage_whose_model_has_no_price_leaves_the_sum_without_a_cost() {
        var first = Runs.progress(
                Runs.open(1, "a"),
                Runs.used(300, 0, 0, 0),
                Runs.unpriced(Runs.part("one", 0, 10, Runs.used(100, 0, 0, 0))),
                Runs.part(null, 10, 20, Runs.used(200, 0, 0, 0)));
        var healed = Runs.progress(
                Runs.open(1, "a"),
                Runs.used(300, 0, 0, 0),
                Runs.part("one", 0, 10, null),
                Runs.part(null, 10, 20, Runs.used(300, 0, 0, 0)));

        assertThat(StageRow.sum(first).costUsd()).isEmpty();
        assertThat(StageRow.sum(first).delta()).contains(300L);
        assertThat(StageRow.sum(healed).costUsd())
                .as("its cost is part of the next one's")
                .contains(new BigDecimal("0.50"));
    }

    @Test
    void what_followed_the_last_mark_is_open_only_while_the_run_is() {
        var part = Runs.part(null, 25, 30, Runs.used(1, 1, 1, 1));

        assertThat(StageRow.of(Runs.progress(Runs.open(1, "a"), Runs.used(1, 1, 1, 1), part)))
                .extracting(StageRow::kind)
                .containsExactly(StageRow.Kind.OPEN);
        assertThat(StageRow.of(Runs.progress(Runs.ended(1, "a", "completed"), Runs.used(1, 1, 1, 1), part)))
                .first()
                .satisfies(row -> {
                    assertThat(row.kind()).isEqualTo(StageRow.Kind.REST);
                    assertThat(row.styleClass()).isNotEqualTo("stage-0");
                });
    }

    @Test
    void the_bar_is_shared_by_tokens_and_its_widths_fill_it() {
        var shares = StageShares.of(fitting(), texts);

        assertThat(shares).extracting(StageShares.Share::percent).containsExactly("25.0 %", "50.0 %", "25.0 %");
        assertThat(shares.stream().mapToDouble(StageShares.Share::width).sum()).isEqualTo(1);
        assertThat(shares).extracting(StageShares.Share::open).containsExactly(false, false, true);
    }

    @Test
    void unknown_and_empty_parts_of_the_bar_can_be_seen_and_claim_no_percentage() {
        var unknown = StageShares.of(
                Runs.progress(
                        Runs.open(1, "a"),
                        null,
                        Runs.part("one", 0, 10, Runs.used(300, 0, 0, 0)),
                        Runs.part(null, 10, 20, null)),
                texts);
        var nothing = StageShares.of(
                Runs.progress(Runs.open(1, "a"), Runs.used(0, 0, 0, 0), Runs.part(null, 0, 1, Runs.used(0, 0, 0, 0))),
                texts);

        assertThat(unknown).extracting(StageShares.Share::width).containsExactly(0.5, 0.5);
        assertThat(unknown.getLast().percent()).isEmpty();
        assertThat(nothing.getFirst().width()).isEqualTo(1);
        assertThat(nothing.getFirst().percent()).isEmpty();
    }
}
