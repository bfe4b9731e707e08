package app.recount.desktop.activity;

import static app.recount.memory.RollupMetric.DISCOVERY_TOKENS;
import static app.recount.memory.RollupMetric.OBSERVATION_COUNT;
import static app.recount.memory.RollupMetric.READ_TOKENS;
import static app.recount.memory.RollupMetric.SESSION_COUNT;
import static app.recount.memory.RollupMetric.TOKENS_SAVED_VS_NAIVE;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.delivery.BackfillPreview;
import app.recount.desktop.wire.WireLines;
import app.recount.desktop.wire.WirePaths;
import app.recount.memory.Finding;
import app.recount.memory.RollupMetric;
import app.recount.text.Texts;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.transformation.SortedList;
import org.junit.jupiter.api.Test;

class ActivityModelTest {

    private final ObjectProperty<Optional<BackfillPreview>> preview = new SimpleObjectProperty<>(Optional.empty());
    private final ActivityModel model = new ActivityModel(preview);

    private static Days threeDays() {
        return Days.from("2026-05-11")
                .day("2026-05-11", Map.of(OBSERVATION_COUNT, 4L, READ_TOKENS, 0L))
                .day("2026-05-13", Map.of(SESSION_COUNT, 1L))
                .day("2026-05-14", Map.of(OBSERVATION_COUNT, 17L, DISCOVERY_TOKENS, 63082L, READ_TOKENS, 998L));
    }

    private void open(Days days) {
        preview.set(Optional.of(days.preview()));
    }

    @Test
    void the_last_day_is_selected_when_a_database_is_opened() {
        open(threeDays());

        assertThat(model.days.get()).contains(DayRange.of(LocalDate.parse("2026-05-14")));
        assertThat(model.event.get().orElseThrow().value(DISCOVERY_TOKENS)).contains(new BigDecimal("63082"));
    }

    @Test
    void a_day_without_an_event_can_be_selected_and_has_nothing_to_show() {
        open(threeDays());

        model.select(DayRange.of(LocalDate.parse("2026-05-12")));

        assertThat(model.event.get()).isEmpty();
        assertThat(model.selectedCount()).isZero();
    }

    @Test
    void a_range_counts_its_events_and_shows_the_last_of_them() {
        open(threeDays());

        model.select(DayRange.between(LocalDate.parse("2026-05-13"), LocalDate.parse("2026-05-11")));

        assertThat(model.selectedCount()).isEqualTo(2);
        assertThat(model.event.get().orElseThrow().day()).isEqualTo("2026-05-13");
    }

    @Test
    void a_range_grows_and_shrinks_at_the_end_that_moves_and_turns_over_at_the_other() {
        open(threeDays());
        model.select(DayRange.of(LocalDate.parse("2026-05-12")));

        model.extend(1);
        assertThat(model.days.get()).contains(days("2026-05-12", "2026-05-13"));
        model.extend(1);
        assertThat(model.days.get()).contains(days("2026-05-12", "2026-05-14"));
        model.extend(-1);
        model.extend(-1);
        model.extend(-1);
        assertThat(model.days.get()).contains(days("2026-05-11", "2026-05-12"));
        model.extend(-1);
        assertThat(model.days.get()).as("the chart ends").contains(days("2026-05-11", "2026-05-12"));
        model.extendTo(LocalDate.parse("2026-05-14"));
        assertThat(model.days.get()).contains(days("2026-05-12", "2026-05-14"));
        assertThat(model.selectedCount()).isEqualTo(2);
    }

    @Test
    void what_is_selected_anew_is_extended_from_there() {
        open(threeDays());
        model.select(DayRange.of(LocalDate.parse("2026-05-13")));
        model.extend(-1);

        model.select(days("2026-05-11", "2026-05-13"));
        model.extend(-1);

        assertThat(model.days.get()).contains(days("2026-05-11", "2026-05-12"));
    }

    @Test
    void a_range_that_was_dragged_is_extended_at_the_end_that_was_dragged() {
        open(threeDays());
        model.drag(days("2026-05-13", "2026-05-13"), days("2026-05-12", "2026-05-12"));
        model.extend(-1);
        assertThat(model.days.get()).contains(days("2026-05-11", "2026-05-13"));

        model.drag(days("2026-05-12", "2026-05-12"), days("2026-05-13", "2026-05-13"));
        model.extend(1);
        assertThat(model.days.get()).contains(days("2026-05-12", "2026-05-14"));
    }

    @Test
    void a_drag_between_bars_of_several_days_selects_all_days_of_both() {
        open(threeDays());

        model.drag(days("2026-05-13", "2026-05-14"), days("2026-05-11", "2026-05-12"));
        assertThat(model.days.get()).contains(days("2026-05-11", "2026-05-14"));
        model.extend(1);
        assertThat(model.days.get()).contains(days("2026-05-12", "2026-05-14"));
    }

    @Test
    void where_no_day_is_selected_the_first_step_selects_one() {
        open(threeDays());
        model.selectNothing();

        model.extend(1);

        assertThat(model.days.get()).contains(days("2026-05-11", "2026-05-11"));
    }

    private static DayRange days(String first, String last) {
        return new DayRange(LocalDate.parse(first), LocalDate.parse(last));
    }

    @Test
    void arrows_move_from_day_to_day_and_stop_at_the_window() {
        open(threeDays());

        model.moveDay(-1);
        model.moveDay(-1);
        assertThat(model.days.get()).contains(DayRange.of(LocalDate.parse("2026-05-12")));

        model.select(DayRange.of(LocalDate.parse("2026-05-11")));
        model.moveDay(-1);
        assertThat(model.days.get()).contains(DayRange.of(LocalDate.parse("2026-05-11")));
    }

    @Test
    void the_install_event_comes_last_and_selects_no_day() {
        open(threeDays());

        model.moveEvent(1);

        assertThat(model.event.get().orElseThrow().name()).isEqualTo("install_inferred");
        assertThat(model.days.get()).isEmpty();
        assertThat(model.selectedCount()).isEqualTo(1);
    }

    @Test
    void there_is_a_next_event_up_to_the_last_one_and_none_where_there_are_no_events() {
        assertThat(model.mayMoveEvent(1)).isFalse();
        assertThat(model.mayMoveEvent(-1)).isFalse();
        open(threeDays());
        assertThat(model.mayMoveEvent(-1)).isTrue();
        assertThat(model.mayMoveEvent(1)).isTrue();

        model.moveEvent(1);
        assertThat(model.mayMoveEvent(1)).isFalse();
        model.select(model.rows().getFirst());
        assertThat(model.mayMoveEvent(-1)).isFalse();
    }

    @Test
    void the_filter_looks_at_everything_a_row_shows() {
        open(threeDays());

        model.filterText.set(" 63,082 ");
        assertThat(model.filtered()).extracting(EventRow::day).containsExactly(LocalDate.parse("2026-05-14"));

        model.filterText.set("INSTALL");
        assertThat(model.filtered()).extracting(EventRow::name).containsExactly("install_inferred");
    }

    @Test
    void a_column_filter_lets_absent_keys_through_only_when_it_is_gone() {
        open(threeDays());

        model.columnFilters.put(
                "observation_count",
                new ColumnFilter.Between(OBSERVATION_COUNT, Optional.of(BigDecimal.ZERO), Optional.empty()));
        assertThat(model.filtered()).hasSize(2);

        model.columnFilters.remove("observation_count");
        assertThat(model.filtered()).hasSize(4);
    }

    @Test
    void filters_add_up_and_are_cleared_together() {
        open(threeDays().finding(Finding.Code.NULL_TEXTS, "2026-05-11", "2026-05-13"));

        model.toggle(model.preview().orElseThrow().activity().findings().getFirst());
        model.columnFilters.put("day", new ColumnFilter.DayContains("-13"));
        assertThat(model.filtered()).extracting(EventRow::day).containsExactly(LocalDate.parse("2026-05-13"));

        model.clearFilters();
        assertThat(model.filtered()).hasSize(4);
        assertThat(model.isFiltered()).isFalse();
    }

    @Test
    void a_finding_about_no_day_in_particular_does_not_filter() {
        open(threeDays().finding(Finding.Code.TABLE_MISSING));

        model.toggle(model.preview().orElseThrow().activity().findings().getFirst());

        assertThat(model.finding.get()).isEmpty();
    }

    @Test
    void what_was_selected_stays_selected_when_the_database_is_read_again() {
        open(threeDays());
        model.select(DayRange.of(LocalDate.parse("2026-05-13")));
        model.field.set(Optional.of("properties.session_count"));

        open(threeDays().day("2026-05-20", Map.of(SESSION_COUNT, 2L)));

        assertThat(model.event.get().orElseThrow().day()).isEqualTo("2026-05-13");
        assertThat(model.field.get()).contains("properties.session_count");
    }

    @Test
    void a_sum_that_no_day_sends_is_absent_and_not_zero() {
        open(Days.from("2026-05-11")
                .day("2026-05-11", Map.of(SESSION_COUNT, 2L))
                .until("2026-05-20"));

        var totals = model.totals.get().orElseThrow();

        assertThat(totals.activeDays()).isEqualTo(1);
        assertThat(totals.windowDays()).isEqualTo(10);
        assertThat(totals.observations()).isEmpty();
        assertThat(totals.sessions()).contains(new BigDecimal("2"));
    }

    @Test
    void ten_thousand_days_are_filtered_sorted_and_drawn_in_bins() {
        var first = LocalDate.parse("2024-01-01");
        var days = Days.from("2024-01-01");
        for (int i = 0; i < 10_000; i++) {
            var values = new HashMap<RollupMetric, Long>();
            values.put(DISCOVERY_TOKENS, (i * 7919L) % 100_000);
            if (i % 3 == 0) {
                values.put(OBSERVATION_COUNT, (long) i % 50);
            }
            days.day(first.plusDays(i), values, Map.of());
        }
        open(days);

        model.filterText.set("2040-02-29");
        assertThat(model.filtered()).hasSize(1);
        model.filterText.set("");

        var sorted = new SortedList<>(model.filtered());
        sorted.setComparator(
                Comparator.comparing(row -> row.value(DISCOVERY_TOKENS).orElse(BigDecimal.ONE.negate())));
        assertThat(sorted).hasSize(10_001);
        assertThat(sorted.getLast().value(DISCOVERY_TOKENS).orElseThrow())
                .isGreaterThanOrEqualTo(
                        sorted.get(5_000).value(DISCOVERY_TOKENS).orElseThrow());

        var bins = ChartBins.of(model.rows(), DISCOVERY_TOKENS, first, first.plusDays(9_999), 200);
        assertThat(bins.bins()).hasSizeLessThanOrEqualTo(200);
        assertThat(bins.bins().stream()
                        .map(bin -> bin.value().orElse(BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualTo(model.totals.get().orElseThrow().discovered().orElseThrow());
        assertThat(bins.bins().getLast().last()).isEqualTo(first.plusDays(9_999));
    }

    @Test
    void exported_json_is_the_sealed_bytes_and_an_absent_key_is_an_empty_cell() {
        open(threeDays());
        var sealed = model.preview().orElseThrow().sealed();

        var json = new String(EventExport.json(sealed, model.rows()), StandardCharsets.UTF_8);
        var csv = EventExport.csv(model.rows()).lines().toList();

        assertThat(new String(sealed.body(), StandardCharsets.UTF_8))
                .contains(json.strip().substring(1, json.strip().length() - 1));
        assertThat(csv.getFirst()).startsWith("day,event,uuid,observation_count");
        assertThat(csv.get(2)).startsWith("2026-05-13,historical_activity,").contains(",,");
        assertThat(csv).hasSize(5);
    }

    @Test
    void what_is_never_read_is_counted_without_search_indexes() {
        open(threeDays());

        var withheld = Withheld.of(Days.columns(), model.preview().orElseThrow());

        assertThat(withheld.never()).extracting(Withheld.Group::relation).containsExactly("observations");
        assertThat(withheld.measured()).containsExactly("observations.text");
        assertThat(withheld.droppedKeys()).containsExactly("secret");
        assertThat(withheld.count()).isEqualTo(3);
    }

    @Test
    void a_derived_counter_shows_its_formula_with_the_days_own_values() {
        open(Days.from("2026-06-05")
                .day(
                        LocalDate.parse("2026-06-05"),
                        Map.of(DISCOVERY_TOKENS, 63_082L, READ_TOKENS, 998L, TOKENS_SAVED_VS_NAIVE, 62_084L),
                        Map.of(READ_TOKENS, 6L)));

        var fact = new FieldFacts(new Texts())
                .of(model.event.get().orElseThrow()).stream()
                        .filter(each -> each.path().equals("properties.tokens_saved_vs_naive"))
                        .findFirst()
                        .orElseThrow();

        assertThat(fact.value()).isEqualTo("62,084");
        assertThat(fact.formula().orElseThrow()).contains("63,082").contains("998");
        assertThat(fact.from())
                .extracting(FieldFact.Origin::name)
                .containsExactly("session_summaries.discovery_tokens", "observations.text");
        assertThat(fact.rows()).contains("5 summaries · 17 observations");
        assertThat(fact.caution()).contains("6 have no text and count as 0");
    }

    @Test
    void every_field_has_the_path_that_its_line_of_json_has() {
        open(threeDays());
        var sealed = model.preview().orElseThrow().sealed();
        for (var row : model.rows()) {
            var paths = new WirePaths(WireLines.painted(sealed.event(row.index()), sealed.offset(row.index())));
            assertThat(new FieldFacts(new Texts()).of(row))
                    .extracting(FieldFact::path)
                    .allMatch(path -> paths.line(path).isPresent());
        }
    }
}
