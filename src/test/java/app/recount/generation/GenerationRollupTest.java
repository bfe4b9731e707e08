package app.recount.generation;

import static app.recount.memory.MemoryFixture.memory;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.store.Progress;
import java.math.BigDecimal;
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

    @Test
    void where_nothing_is_known_there_is_no_day() {
        write(memory().session("2026-05-01T10:00:00Z"));

        assertThat(rollup().days()).isEmpty();
        assertThat(rollup().firstDay()).isEmpty();
        assertThat(rollup().total()).isEqualTo(GenerationSum.NONE);
    }
}
