package app.recount.desktop.cost;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.Tracking;
import app.recount.desktop.cost.CostDay.Knowledge;
import app.recount.desktop.cost.ModelRow.Kind;
import app.recount.generation.GenerationPlace;
import app.recount.generation.LeftoverOrigin;
import app.recount.memory.SourceTable;
import app.recount.store.Environment;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.text.Texts;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostModelTest {

    private static final String HAIKU = "claude-haiku-4-5";

    @Test
    void days_before_the_first_row_are_unknown_and_so_is_a_day_of_work_of_which_nobody_told() {
        var model = Costs.of("2026-05-18", "2026-05-24")
                .saved("2026-05-18", 100)
                .saved("2026-05-22", 200)
                .turns("2026-05-20", HAIKU, 2, 10, 5, "0.1")
                .model();

        assertThat(model.reading().get().orElseThrow().days())
                .extracting(CostDay::knowledge)
                .containsExactly(
                        Knowledge.UNKNOWN,
                        Knowledge.UNKNOWN,
                        Knowledge.KNOWN,
                        Knowledge.IDLE,
                        Knowledge.UNKNOWN,
                        Knowledge.IDLE,
                        Knowledge.IDLE);
        assertThat(model.unknownStart().orElseThrow().last()).isEqualTo("2026-05-19");
        assertThat(model.whole().orElseThrow().unknownActiveDays()).isEqualTo(2);
        assertThat(model.whole().orElseThrow().activeDays()).isEqualTo(3);
    }

    @Test
    void an_unknown_period_has_no_figure_and_not_zero() {
        var model = Costs.of("2026-05-18", "2026-05-19")
                .saved("2026-05-18", 100)
                .turns("2026-05-19", HAIKU, 1, 10, 5, "0.1")
                .model();

        assertThat(model.cost().values()).containsExactly(Optional.empty(), Optional.of(new BigDecimal("0.1")));
        assertThat(model.saved().values().getFirst()).isEmpty();
    }

    @Test
    void savings_are_held_against_the_cost_of_the_same_days_only() {
        var whole = Costs.of("2026-05-18", "2026-05-20")
                .saved("2026-05-18", 1_000_000)
                .saved("2026-05-19", 300)
                .saved("2026-05-20", 60)
                .turns("2026-05-19", HAIKU, 1, 100, 20, "0.1")
                .turns("2026-05-20", HAIKU, 1, 20, 20, "0.1")
                .model()
                .whole()
                .orElseThrow();

        assertThat(whole.savedOnSameDays()).contains(new BigDecimal("360"));
        assertThat(whole.savedPerGenerated()).contains(new BigDecimal("2.25"));
    }

    @Test
    void days_whose_savings_are_not_counted_yet_do_not_lower_the_ratio() {
        var whole = Costs.of("2026-05-18", "2026-05-19")
                .saved("2026-05-19", 300)
                .turns("2026-05-19", HAIKU, 1, 80, 20, "0.1")
                .turns("2026-05-21", HAIKU, 9, 8_000, 2_000, "0.5")
                .model()
                .whole()
                .orElseThrow();

        assertThat(whole.last()).isEqualTo("2026-05-21");
        assertThat(whole.generated()).contains(new BigDecimal("10100"));
        assertThat(whole.savedPerGenerated()).contains(new BigDecimal("3.00"));
    }

    @Test
    void without_tokens_there_is_no_ratio() {
        assertThat(Costs.of("2026-05-18", "2026-05-18")
                        .saved("2026-05-18", 5)
                        .turns("2026-05-18", HAIKU, 1, 0, 0, null)
                        .model()
                        .whole()
                        .orElseThrow()
                        .savedPerGenerated())
                .isEmpty();
    }

    @Test
    void weeks_begin_on_monday_and_months_on_their_first_and_the_outer_ones_may_be_shorter() {
        var model = Costs.of("2026-05-20", "2026-06-10")
                .turns("2026-05-20", HAIKU, 1, 1, 1, "0.1")
                .model();

        model.span.set(Span.WEEK);
        assertThat(model.periods().get())
                .extracting(period -> period.first() + "/" + period.last())
                .containsExactly(
                        "2026-05-20/2026-05-24",
                        "2026-05-25/2026-05-31",
                        "2026-06-01/2026-06-07",
                        "2026-06-08/2026-06-10");
        model.span.set(Span.MONTH);
        assertThat(model.periods().get())
                .extracting(Period::first)
                .containsExactly(LocalDate.parse("2026-05-20"), LocalDate.parse("2026-06-01"));
    }

    @Test
    void the_span_follows_the_days_until_somebody_chooses_one() {
        var shortly = Costs.of("2026-05-20", "2026-06-10").reading();
        var longer = Costs.of("2025-09-20", "2026-06-10").reading();
        var model = new CostModel(new Texts());

        model.show(shortly);
        assertThat(model.span.get()).isEqualTo(Span.DAY);
        model.show(longer);
        assertThat(model.span.get()).isEqualTo(Span.WEEK);
        model.span.set(Span.MONTH);
        model.show(shortly);
        assertThat(model.span.get()).isEqualTo(Span.MONTH);
    }

    @Test
    void cumulated_figures_begin_where_something_is_known_and_never_fall() {
        var model = Costs.of("2026-05-18", "2026-05-21")
                .saved("2026-05-18", 1)
                .turns("2026-05-19", HAIKU, 1, 1, 1, "0.1")
                .turns("2026-05-21", HAIKU, 1, 1, 1, "0.25")
                .model();
        model.cumulated.set(true);

        assertThat(model.cost().values())
                .containsExactly(
                        Optional.empty(),
                        Optional.of(new BigDecimal("0.1")),
                        Optional.of(new BigDecimal("0.1")),
                        Optional.of(new BigDecimal("0.35")));
    }

    @Test
    void turns_and_what_belongs_to_none_are_summed_apart_and_what_overlaps_is_not_added() {
        var rows = Costs.of("2026-05-18", "2026-05-21")
                .turns("2026-05-19", HAIKU, 3, 100, 10, "0.5")
                .turns("2026-05-20", SourceTable.KEPT_TURNS, "gemini-2.5-flash", 2, 0, 50, 5, null)
                .leftover("2026-05-18", LeftoverOrigin.OPENROUTER_LOG, "openrouter", 40, "0.25")
                .leftover("2026-05-19", LeftoverOrigin.OPENROUTER_LOG, "claude", 40, "9")
                .model()
                .modelRows();

        assertThat(rows)
                .extracting(ModelRow::kind)
                .containsExactly(
                        Kind.TURNS,
                        Kind.TURNS,
                        Kind.SUM_OF_TURNS,
                        Kind.LEFTOVERS,
                        Kind.OVERLAPPING,
                        Kind.SUM_OF_LEFTOVERS,
                        Kind.SUM);
        assertThat(rows)
                .filteredOn(row -> row.kind().isSum())
                .extracting(row -> row.sum().costUsd().orElseThrow())
                .containsExactly(new BigDecimal("0.5"), new BigDecimal("0.25"), new BigDecimal("0.75"));
        assertThat(rows.getLast().sum().calls()).isEqualTo(6);
        assertThat(rows.getLast().sum().unpriced()).isEqualTo(2);
        assertThat(rows.get(1).place()).contains(GenerationPlace.RECOUNT);
    }

    @Test
    void where_there_is_no_turn_the_one_sum_says_that_it_enters_no_event() {
        var rows = Costs.of("2026-05-18", "2026-05-21")
                .leftover("2026-05-18", LeftoverOrigin.OPENROUTER_LOG, "openrouter", 40, "0.25")
                .model()
                .modelRows();

        assertThat(rows).extracting(ModelRow::kind).containsExactly(Kind.LEFTOVERS, Kind.SUM_OF_LEFTOVERS);
    }

    @Test
    void the_sum_of_the_table_is_that_of_the_days() {
        var model = Costs.of("2026-05-18", "2026-05-21")
                .turns("2026-05-19", HAIKU, 3, 100, 10, "0.5")
                .turns("2026-05-20", "claude-sonnet-4-5", 1, 100, 10, "0.125")
                .leftover("2026-05-18", LeftoverOrigin.OPENROUTER_LOG, "openrouter", 40, "0.25")
                .model();

        assertThat(model.modelRows().getLast().sum())
                .isEqualTo(model.whole().orElseThrow().all());
    }

    @Test
    void an_estimate_stands_beside_the_cost_that_nobody_told_and_enters_no_sum_of_dollars(@TempDir Path home) {
        var prices = Tracking.with(
                        new Environment(Map.of(), home, "linux"),
                        RecountHome.at(home),
                        new RecountStore(RecountHome.at(home)),
                        Clock.systemUTC(),
                        new Texts())
                .analyses()
                .prices();
        var rows = Costs.of("2026-05-18", "2026-05-21")
                .turns("2026-05-19", HAIKU, 3, 100, 10, "0.5")
                .turns("2026-05-20", "claude-sonnet-4-5", 2, 1_000_000, 1_000_000, null)
                .at(prices)
                .model()
                .modelRows();

        var sonnet = prices.price("claude-sonnet-4-5").orElseThrow();
        assertThat(rows)
                .extracting(row -> row.sum().estimate().costUsd())
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(
                        BigDecimal.ZERO,
                        sonnet.input().add(sonnet.output()),
                        sonnet.input().add(sonnet.output()));
        assertThat(rows.getLast().sum().costUsd()).contains(new BigDecimal("0.5"));
    }

    @Test
    void the_filter_finds_models_providers_and_stores_and_sums_what_it_lets_through() {
        var model = Costs.of("2026-05-18", "2026-05-21")
                .turns("2026-05-19", HAIKU, 3, 100, 10, "0.5")
                .turns("2026-05-20", "gemini-2.5-flash", 2, 50, 5, "0.125")
                .model();

        model.filterText.set("GEMINI");
        assertThat(model.modelRows()).hasSize(2);
        assertThat(model.modelRows().getLast().sum().costUsd()).contains(new BigDecimal("0.125"));
        model.filterText.set("memory database");
        assertThat(model.modelRows()).hasSize(3);
        model.filterText.set("nobody");
        assertThat(model.modelRows()).isEmpty();
        model.filterText.set("2026-05-19");
        assertThat(model.periodRows()).extracting(Period::first).containsExactly(LocalDate.parse("2026-05-19"));
    }

    @Test
    void the_filter_finds_periods_by_what_the_table_says_of_them_and_known_is_not_unknown() {
        var model = Costs.of("2026-05-18", "2026-05-20")
                .saved("2026-05-18", 100)
                .turns("2026-05-19", HAIKU, 3, 100, 10, "0.5")
                .model();

        model.filterText.set("known");
        assertThat(model.periodRows()).extracting(Period::first).containsExactly(LocalDate.parse("2026-05-19"));
        model.filterText.set("Unknown");
        assertThat(model.periodRows()).extracting(Period::first).containsExactly(LocalDate.parse("2026-05-18"));
        model.filterText.set("no activity");
        assertThat(model.periodRows()).extracting(Period::first).containsExactly(LocalDate.parse("2026-05-20"));
        model.filterText.set(" ");
        assertThat(model.periodRows()).hasSize(3);
    }

    @Test
    void arrows_move_the_chosen_period_and_a_new_span_keeps_the_day() {
        var model = Costs.of("2026-05-18", "2026-05-31")
                .turns("2026-05-19", HAIKU, 3, 100, 10, "0.5")
                .model();

        model.move(1);
        assertThat(model.selected().get().orElseThrow().first()).isEqualTo("2026-05-31");
        model.move(-1);
        assertThat(model.selected().get().orElseThrow().first()).isEqualTo("2026-05-30");
        model.span.set(Span.WEEK);
        assertThat(model.selected().get().orElseThrow().first()).isEqualTo("2026-05-25");
        model.move(-5);
        assertThat(model.selected().get().orElseThrow().first()).isEqualTo("2026-05-18");
    }

    @Test
    void zones_of_unknown_periods_are_put_together() {
        var model = Costs.of("2026-05-18", "2026-05-24")
                .saved("2026-05-22", 200)
                .turns("2026-05-20", HAIKU, 2, 10, 5, "0.1")
                .model();

        assertThat(UnknownZones.of(model.periods().get()).zones())
                .containsExactly(new UnknownZones.Zone(0, 1, 2), new UnknownZones.Zone(4, 4, 1));
    }

    @Test
    void where_nothing_was_recorded_nothing_is_known() {
        var reading =
                Costs.of("2026-05-18", "2026-05-19").saved("2026-05-18", 5).reading();

        assertThat(reading.isAnythingKnown()).isFalse();
        assertThat(reading.days()).extracting(CostDay::knowledge).containsOnly(Knowledge.UNKNOWN);
        var model = new CostModel(new Texts());
        model.show(reading);
        assertThat(model.modelRows()).isEqualTo(List.of());
    }
}
