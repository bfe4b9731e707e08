package app.recount.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recount.problem.ProblemException;
import app.recount.store.DataDirectory;
import app.recount.store.Environment;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteException;

/** Keeping turns in recount.db. */
class TurnRecorderTest extends GenerationTest {

    private TurnRecorder.Recorded record(CompressionEvent... told) {
        return generation.recorder().record(List.of(told), directory, false);
    }

    @Test
    void a_turn_comes_back_as_it_was_told() {
        var told = turn(
                "tokens_input",
                "1000",
                "tokens_output",
                "200",
                "cost_usd",
                "0.0123",
                "provider",
                "openrouter",
                "model",
                "m");
        record(told);

        assertThat(turns.list(directory)).containsExactly(told);
    }

    @Test
    void a_turn_without_figures_is_kept_as_unknown_and_not_as_zero() {
        record(turn("outcome", "aborted"));

        assertThat(turns.list(directory).getFirst().figures()).isEqualTo(TurnFigures.UNKNOWN);
    }

    @Test
    void telling_the_same_again_changes_nothing_even_at_another_time() {
        var first = turn("tokens_input", "5");
        record(first);
        var again = record(turn("tokens_input", "5", "created_at_epoch", "2026-06-10T00:00:00Z"));

        assertThat(again.same()).isEqualTo(1);
        assertThat(turns.list(directory)).containsExactly(first);
    }

    @Test
    void a_turn_that_is_told_differently_stays_until_it_is_to_be_replaced() {
        record(turn("tokens_input", "5"));
        var other = turn("tokens_input", "6");

        var refused = record(other);
        assertThat(refused.differing()).containsExactly(other.key());
        assertThat(turns.list(directory).getFirst().figures().tokensInput()).contains(5L);

        var replaced = generation.recorder().record(List.of(other), directory, true);
        assertThat(replaced.replaced()).isEqualTo(1);
        assertThat(turns.list(directory)).containsExactly(other);
    }

    @Test
    void the_same_turn_twice_in_one_call_is_one() {
        var recorded = record(turn(), turn(), turn("turn", "2"));

        assertThat(recorded.added()).isEqualTo(2);
        assertThat(recorded.same()).isEqualTo(1);
    }

    @Test
    void turns_belong_to_the_memory_of_one_data_directory() throws IOException {
        record(turn());
        var other = DataDirectory.locate(
                new Environment(Map.of(), temporary, "linux"),
                Optional.of(Files.createDirectory(temporary.resolve("other"))));

        assertThat(turns.of(other)).isEmpty();
        assertThat(turns.of(directory)).hasSize(1);
    }

    @Test
    void money_is_handed_on_to_the_last_decimal() {
        record(turn("cost_usd", "0.1000000000000000000001", "provider", "openrouter"));

        assertThat(turns.of(directory).getFirst().figures())
                .containsEntry("cost_usd", new BigDecimal("0.1000000000000000000001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'s', 1, -1, 1, NULL, NULL, NULL, 'ok', 1780912800000",
                "'s', 1, 1.5, 1, NULL, NULL, NULL, 'ok', 1780912800000",
                "'s', 1, 1, 1, '-0.5', NULL, 'p', 'ok', 1780912800000",
                "'s', 1, 1, 1, '1e5', NULL, 'p', 'ok', 1780912800000",
                "'s', 1, 1, 1, '1.2.3', NULL, 'p', 'ok', 1780912800000",
                "'s', 1, 1, 1, '0.5', NULL, NULL, 'ok', 1780912800000",
                "'s', 1, 1, 1, NULL, NULL, NULL, 'fine', 1780912800000",
                "'s', 1, 1, 1, NULL, NULL, NULL, 'ok', 1780912800",
                "'', 1, 1, 1, NULL, NULL, NULL, 'ok', 1780912800000",
                "'s', -1, 1, 1, NULL, NULL, NULL, 'ok', 1780912800000"
            })
    void the_table_itself_refuses_what_cannot_be_right(String values) {
        assertThatThrownBy(() -> store.write(connection -> {
                    try (var statement = connection.createStatement()) {
                        return statement.executeUpdate("""
                                INSERT INTO compression_events(
                                    memory_session_id, turn, tokens_input, tokens_output, cost_usd, model, provider,
                                    outcome, created_at_epoch, origin, data_directory)
                                VALUES (%s, 'recorded', '/d')
                                """.formatted(values));
                    }
                }))
                .isInstanceOf(ProblemException.class)
                .hasRootCauseInstanceOf(SQLiteException.class);
    }
}
