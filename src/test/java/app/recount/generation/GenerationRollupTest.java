package app.recount.generation;

import static app.recount.memory.MemoryFixture.memory;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.memory.MemoryFixture;
import app.recount.memory.RollupMetric;
import app.recount.memory.SourceTable;
import app.recount.store.Progress;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What generation cost, day by day, from every source and no call twice. */
class GenerationRollupTest extends GenerationTest {

    private static final LocalDate DAY = LocalDate.parse("2026-05-20");

    private GenerationRollup rollup() {
        return generation.rollup(directory, directory.database(), NOW, Progress.NONE);
    }

    private void leftover(LeftoverOrigin origin, String provider, String day, String cost) {
        var figures = new TurnFigures(
                Optional.of(10L), Optional.of(1L), Optional.of(cost).map(BigDecimal::new));
        generation
                .leftovers()
                .keep(
                        List.of(new Leftover(
                                origin + day + cost,
                                LocalDate.parse(day),
                                origin,
                                Optional.of("m"),
                                Optional.of(provider),
                                figures)),
                        directory);
    }

    private void told(String turn, String provider) {
        generation
                .recorder()
                .record(
                        List.of(turn(
                                "turn",
                                turn,
                                "provider",
                                provider,
                                "cost_usd",
                                "0.5",
                                "created_at_epoch",
                                DAY + "T10:00:00Z")),
                        directory,
                        false);
    }

    @Test
    void a_day_names_the_store_the_provider_and_the_model_of_each_share() {
        write(memory().session("2026-05-01T10:00:00Z")
                .withTurns()
                .turn("b", 1, DAY + "T10:00:00Z", 100, 10, 0.25)
                .turn("b", 2, DAY + "T10:00:00Z", null, null, null));
        told("1", "openrouter");
        leftover(LeftoverOrigin.OPENROUTER_LOG, "openrouter", "2026-05-19", "0.125");

        assertThat(rollup().firstDay()).contains(LocalDate.parse("2026-05-19"));
        assertThat(rollup().days()).extracting(day -> day.day().toString()).containsExactly("2026-05-19", "2026-05-20");
        var day = rollup().days().getLast();
        assertThat(day.shares())
                .extracting(GenerationShare::place)
                .containsExactly(GenerationPlace.MEMORY_DATABASE, GenerationPlace.RECOUNT);
        assertThat(day.turns().calls()).isEqualTo(3);
        assertThat(day.turns().unpriced()).isEqualTo(1);
        assertThat(day.turns().costUsd()).contains(new BigDecimal("0.75"));
        assertThat(rollup().total().costUsd()).contains(new BigDecimal("0.875"));
    }

    @Test
    void log_lines_give_way_on_days_on_which_turns_of_their_provider_are_known() {
        write(memory().session("2026-05-01T10:00:00Z"));
        told("1", "openrouter");
        leftover(LeftoverOrigin.OPENROUTER_LOG, "openrouter", DAY.toString(), "0.5");
        leftover(LeftoverOrigin.CLAUDE_LOG, "claude", DAY.toString(), "2");

        var day = rollup().days().getFirst();

        assertThat(day.all().costUsd()).contains(new BigDecimal("2.5"));
        assertThat(day.leftovers().costUsd()).contains(new BigDecimal("2"));
        assertThat(day.shares())
                .filteredOn(GenerationShare::overlapping)
                .extracting(GenerationShare::place)
                .containsExactly(GenerationPlace.OPENROUTER_LOG);
    }

    @Test
    void log_lines_give_way_to_transcripts_too() {
        write(memory().session("2026-05-01T10:00:00Z"));
        leftover(LeftoverOrigin.TRANSCRIPT, "claude", DAY.toString(), "1");
        leftover(LeftoverOrigin.CLAUDE_LOG, "claude", DAY.toString(), "2");

        assertThat(rollup().days().getFirst().leftovers().costUsd()).contains(BigDecimal.ONE);
    }

    private void ownPrices() throws IOException {
        var home = Files.createDirectories(temporary.resolve("recount"));
        Files.writeString(home.resolve("prices.json"), """
                {"date": "2026-05-01", "source": "a letter", "models":
                    {"priced": {"input": 3, "cache_read": 0.3, "output": 15}}}
                """);
    }

    private void uncosted(String turn, String model, String in, String out) {
        generation
                .recorder()
                .record(
                        List.of(turn(
                                "turn",
                                turn,
                                "provider",
                                "p",
                                "model",
                                model,
                                "tokens_input",
                                in,
                                "tokens_output",
                                out,
                                "created_at_epoch",
                                DAY + "T10:00:00Z")),
                        directory,
                        false);
    }

    @Test
    void costs_that_nobody_reported_are_estimated_beside_those_that_somebody_did() throws IOException {
        ownPrices();
        write(memory().session("2026-05-01T10:00:00Z")
                .withTurns()
                .row(
                        SourceTable.TURNS,
                        MemoryFixture.millis(DAY + "T09:00:00Z"),
                        "tokens_input",
                        1,
                        "tokens_output",
                        1,
                        "cost_usd",
                        0.5,
                        "model",
                        "priced"));
        uncosted("1", "priced", "1000", "200");
        uncosted("2", "priced-20260101", "1", "1");
        uncosted("3", "no-such-model", "1000", "200");
        generation
                .recorder()
                .record(
                        List.of(turn(
                                "turn",
                                "4",
                                "model",
                                "priced",
                                "outcome",
                                "aborted",
                                "created_at_epoch",
                                DAY + "T10:00:00Z")),
                        directory,
                        false);

        var day = rollup().days().getFirst();

        assertThat(day.turns().costUsd()).contains(new BigDecimal("0.5"));
        assertThat(day.turns().unpriced()).isEqualTo(4);
        assertThat(day.turns().estimate()).isEqualTo(new GenerationEstimate(2, new BigDecimal("0.006018")));
        assertThat(rollup().total().estimate()).isEqualTo(day.turns().estimate());
        assertThat(rollup().estimateBasis().orElseThrow().date()).hasToString("2026-05-01");
    }

    @Test
    void what_belongs_to_no_turn_is_estimated_too_if_both_its_figures_are_known() throws IOException {
        ownPrices();
        write(memory().session("2026-05-01T10:00:00Z"));
        var known = new TurnFigures(Optional.of(1_000_000L), Optional.of(0L), Optional.empty());
        var half = new TurnFigures(Optional.of(1_000_000L), Optional.empty(), Optional.empty());
        var model = Optional.of("priced");
        generation
                .leftovers()
                .keep(
                        List.of(
                                new Leftover("1", DAY, LeftoverOrigin.OPENROUTER_LOG, model, Optional.of("o"), known),
                                new Leftover("2", DAY, LeftoverOrigin.CLAUDE_LOG, model, Optional.of("c"), half)),
                        directory);

        assertThat(rollup().total().estimate()).isEqualTo(new GenerationEstimate(1, new BigDecimal("3")));
        assertThat(rollup().total().costUsd()).isEmpty();
    }

    @Test
    void an_estimate_enters_no_rollup_and_no_event() throws IOException {
        ownPrices();
        write(memory().session("2026-05-01T10:00:00Z"));
        uncosted("1", "priced", "1000", "200");

        var activity = generation.reader().read(directory.database(), directory, NOW, Progress.NONE);

        assertThat(rollup().total().estimate().calls()).isEqualTo(1);
        assertThat(activity.rollups())
                .filteredOn(day -> day.day().equals(DAY))
                .singleElement()
                .satisfies(day -> assertThat(day.values())
                        .containsKey(RollupMetric.GEN_TOKENS_INPUT)
                        .doesNotContainKey(RollupMetric.GEN_COST_USD));
    }

    @Test
    void without_prices_nothing_is_estimated() {
        write(memory().session("2026-05-01T10:00:00Z"));
        uncosted("1", "claude-opus-5", "1000", "200");
        var activity = generation.reader().read(directory.database(), directory, NOW, Progress.NONE);

        var rollup = GenerationRollup.of(activity, List.of());

        assertThat(rollup.total().estimate()).isEqualTo(GenerationEstimate.NONE);
        assertThat(rollup.estimateBasis()).isEmpty();
    }

    @Test
    void where_nothing_is_known_there_is_no_day() {
        write(memory().session("2026-05-01T10:00:00Z"));

        assertThat(rollup().days()).isEmpty();
        assertThat(rollup().firstDay()).isEmpty();
        assertThat(rollup().total()).isEqualTo(GenerationSum.NONE);
    }
}
