package app.recount.memory;

import static app.recount.memory.MemoryFixture.memory;
import static app.recount.memory.MemoryFixture.millis;
import static app.recount.memory.MemoryFixture.seconds;
import static app.recount.memory.RollupMetric.GEN_COST_USD;
import static app.recount.memory.RollupMetric.GEN_TOKENS_INPUT;
import static app.recount.memory.RollupMetric.GEN_TOKENS_OUTPUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.recount.store.DataDirectory;
import app.recount.store.Environment;
import app.recount.store.Progress;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What compression turns add up to on each day, in whichever store they stand. */
class GenerationRollupTest extends MemoryTest {

    private static final String DAY = "2026-05-20";
    private static final String MORNING = DAY + "T10:00:00Z";

    private static MemoryFixture withTurns() {
        return memory().session("2026-05-01T10:00:00Z").withTurns();
    }

    private static KeptTurn kept(String session, long turn, String at, Map<String, BigDecimal> figures) {
        return new KeptTurn(new TurnKey(session, turn), Instant.parse(at), "haiku", "openrouter", figures);
    }

    private Activity read(MemoryFixture fixture, KeptTurn... kept) {
        return read(fixture.writeTo(folder), kept);
    }

    private Activity read(Path database, KeptTurn... kept) {
        var environment = new Environment(Map.of(), temporary, "linux");
        var directory = DataDirectory.locate(environment, Optional.of(folder));
        return new MemoryReader(home, asked -> asked.equals(directory) ? List.of(kept) : List.of())
                .read(database, directory, NOW, Progress.NONE);
    }

    @Test
    void each_figure_is_summed_per_day_whether_its_epoch_is_in_seconds_or_milliseconds() {
        var activity = read(withTurns()
                .turn("a", 1, "2026-05-20T00:00:00Z", 1000, 100, 0.5)
                .row(SourceTable.TURNS, seconds("2026-05-20T23:59:59Z"), "tokens_input", 20, "cost_usd", 0.25)
                .turn("a", 2, "2026-05-21T00:00:00Z", 7, 3, 0.125));

        assertThat(rollup(activity, "2026-05-20"))
                .containsEntry(GEN_TOKENS_INPUT, number(1020))
                .containsEntry(GEN_TOKENS_OUTPUT, number(100))
                .containsEntry(GEN_COST_USD, new BigDecimal("0.75"));
        assertThat(rollup(activity, "2026-05-21")).containsEntry(GEN_COST_USD, new BigDecimal("0.125"));
        assertThat(count(activity, Finding.Code.SECOND_EPOCHS)).isEqualTo(1);
    }

    @Test
    void money_is_added_as_it_is_written_and_not_as_it_is_stored() {
        var fixture = withTurns();
        for (int turn = 1; turn <= 10; turn++) {
            fixture.turn("a", turn, MORNING, 1, 1, 0.1);
        }
        fixture.turn("b", 1, MORNING, 1, 1, 0.000_000_1);

        assertThat(rollup(read(fixture), DAY)).containsEntry(GEN_COST_USD, new BigDecimal("1.0000001"));
    }

    @Test
    void infinite_costs_of_both_signs_are_left_out_together_and_do_not_cancel_out() {
        var activity = read(withTurns()
                .turn("a", 1, MORNING, 1, 1, Double.POSITIVE_INFINITY)
                .turn("a", 2, MORNING, 1, 1, Double.NEGATIVE_INFINITY)
                .turn("a", 3, MORNING, 1, 1, 0.25));

        assertThat(rollup(activity, DAY)).doesNotContainKey(GEN_COST_USD);
        assertThat(count(activity, Finding.Code.VALUE_OVERFLOW)).isEqualTo(1);
    }

    @Test
    void a_figure_that_no_turn_of_the_day_knows_has_no_key_and_a_zero_has_one() {
        var activity = read(withTurns()
                .turn("a", 1, MORNING, null, null, null)
                .turn("a", 2, MORNING, 0, null, null)
                .session(MORNING));

        assertThat(rollup(activity, DAY))
                .containsEntry(GEN_TOKENS_INPUT, number(0))
                .doesNotContainKeys(GEN_TOKENS_OUTPUT, GEN_COST_USD);
    }

    @Test
    void turns_without_figures_are_counted_all_the_same() {
        var turns = read(withTurns().turn("a", 1, MORNING, null, null, null).turn("a", 2, MORNING, 5, 6, null))
                .turns();

        assertThat(turns).singleElement().satisfies(group -> {
            assertThat(group.day()).isEqualTo(LocalDate.parse(DAY));
            assertThat(group.store()).isEqualTo(SourceTable.TURNS);
            assertThat(group.turns()).isEqualTo(2);
            assertThat(group.unknown())
                    .isEqualTo(Map.of(GEN_TOKENS_INPUT, 1L, GEN_TOKENS_OUTPUT, 1L, GEN_COST_USD, 2L));
        });
    }

    @Test
    void a_turn_that_both_stores_know_counts_once_as_the_memory_database_says() {
        var activity = read(
                withTurns().turn("a", 1, MORNING, 10, 1, null),
                kept("a", 1, MORNING, Map.of("tokens_input", number(99), "cost_usd", number(9))),
                kept("a", 2, MORNING, Map.of("tokens_input", number(5), "cost_usd", new BigDecimal("0.07"))));

        assertThat(rollup(activity, DAY))
                .containsEntry(GEN_TOKENS_INPUT, number(15))
                .containsEntry(GEN_TOKENS_OUTPUT, number(1))
                .containsEntry(GEN_COST_USD, new BigDecimal("0.07"));
        assertThat(activity.turns())
                .extracting(TurnGroup::store, TurnGroup::turns)
                .containsExactly(tuple(SourceTable.TURNS, 1L), tuple(SourceTable.KEPT_TURNS, 1L));
    }

    @Test
    void the_same_turn_is_found_although_the_two_stores_date_it_differently() {
        var activity = read(
                withTurns().turn("a", 1, "2026-05-20T23:59:59Z", 10, 1, 0.5),
                kept("a", 1, "2026-05-21T00:00:01Z", Map.of("cost_usd", number(1))));

        assertThat(rollup(activity, "2026-05-20")).containsEntry(GEN_COST_USD, new BigDecimal("0.5"));
        assertThat(rollup(activity, "2026-05-21")).doesNotContainKey(GEN_COST_USD);
    }

    @Test
    void rows_that_name_no_turn_are_turns_of_their_own() {
        var activity = read(withTurns()
                .row(SourceTable.TURNS, millis(MORNING), "tokens_input", 1)
                .row(SourceTable.TURNS, millis(MORNING), "tokens_input", 2, "memory_session_id", "a")
                .row(SourceTable.TURNS, millis(MORNING), "tokens_input", 4, "turn", 1));

        assertThat(rollup(activity, DAY)).containsEntry(GEN_TOKENS_INPUT, number(7));
    }

    @Test
    void turns_decide_neither_the_install_day_nor_the_window() {
        var activity = read(withTurns()
                .turn("a", 1, "2026-04-01T10:00:00Z", 1, 1, 1.0)
                .turn("a", 2, NOW.toString(), 1, 1, 1.0)
                .turn("a", 3, MORNING, 1, 1, 1.0));

        assertThat(activity.installDay()).contains(LocalDate.parse("2026-05-01"));
        assertThat(activity.turns()).hasSize(3);
        assertThat(activity.turnsInWindow()).extracting(TurnGroup::day).containsExactly(LocalDate.parse(DAY));
        assertThat(count(activity, Finding.Code.ROWS_BEFORE_INSTALL_DAY)).isEqualTo(1);
        assertThat(count(activity, Finding.Code.ROWS_TOO_YOUNG)).isEqualTo(1);
    }

    @Test
    void turns_whose_time_cannot_be_right_count_on_no_day() {
        var activity = read(
                withTurns()
                        .untyped(SourceTable.TURNS, "created_at_epoch")
                        .row(SourceTable.TURNS, "soon", "tokens_input", 1)
                        .turn("a", 1, "2026-06-12T09:30:01Z", 1, 1, 1.0)
                        .turn("a", 2, "2023-12-31T23:59:59Z", 1, 1, 1.0),
                kept("b", 1, "2026-06-13T00:00:00Z", Map.of()));

        assertThat(activity.turns()).isEmpty();
        assertThat(count(activity, Finding.Code.CORRUPT_EPOCHS)).isEqualTo(1);
        assertThat(count(activity, Finding.Code.FUTURE_ROWS)).isEqualTo(2);
        assertThat(count(activity, Finding.Code.ROWS_BEFORE_FLOOR)).isEqualTo(1);
    }

    @Test
    void turns_alone_make_no_memory() {
        var fixture = memory().withTurns().turn("a", 1, MORNING, 1, 1, 1.0);
        for (var table : SourceTable.values()) {
            if (table.isExpected()) {
                fixture.withoutTable(table);
            }
        }

        assertThat(problem(fixture.writeTo(folder)).code()).isEqualTo("DB_NOT_A_MEMORY");
    }

    @Test
    void kept_turns_count_only_for_the_memory_of_their_own_directory() {
        var foreign = withTurns().writeTo(temporary);
        withTurns().writeTo(folder);
        var turn = kept("a", 1, MORNING, Map.of("tokens_input", number(5)));

        assertThat(read(foreign, turn).turns()).isEmpty();
        assertThat(read(folder.resolve("claude-mem.db"), turn).turns()).hasSize(1);
    }

    @Test
    void figures_of_odd_types_are_taken_for_the_numbers_they_mean_and_infinity_for_too_much() {
        var activity = read(withTurns()
                .untyped(SourceTable.TURNS, "cost_usd")
                .untyped(SourceTable.TURNS, "tokens_input")
                .untyped(SourceTable.TURNS, "tokens_output")
                .turn("a", 1, MORNING, "12", 2.5, "0.1")
                .turn("a", 2, MORNING, 1, 1, 2)
                .session("2026-05-21T10:00:00Z")
                .turn("a", 3, "2026-05-21T10:00:00Z", 1, 1, Double.POSITIVE_INFINITY));

        assertThat(rollup(activity, DAY))
                .containsEntry(GEN_TOKENS_INPUT, number(13))
                .containsEntry(GEN_TOKENS_OUTPUT, new BigDecimal("3.5"))
                .containsEntry(GEN_COST_USD, new BigDecimal("2.1"));
        assertThat(rollup(activity, "2026-05-21")).containsKey(GEN_TOKENS_INPUT).doesNotContainKey(GEN_COST_USD);
        assertThat(count(activity, Finding.Code.VALUE_OVERFLOW)).isEqualTo(1);
    }
}
