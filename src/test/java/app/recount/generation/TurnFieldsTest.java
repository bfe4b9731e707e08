package app.recount.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.recount.problem.ProblemException;
import app.recount.text.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be told of a turn. */
class TurnFieldsTest extends GenerationTest {

    private String refusal(String... namesAndValues) {
        var problem = catchThrowableOfType(ProblemException.class, () -> turn(namesAndValues))
                .problem();
        assertThat(problem.code()).isEqualTo("TURN_INVALID");
        return new Texts().say(problem.sentences());
    }

    @Test
    void what_is_not_told_is_unknown_and_the_time_is_now() {
        var turn = turn();

        assertThat(turn.figures()).isEqualTo(TurnFigures.UNKNOWN);
        assertThat(turn.model()).isEmpty();
        assertThat(turn.at()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @EnumSource(TurnOutcome.class)
    void every_outcome_of_the_closed_set_is_taken(TurnOutcome outcome) {
        assertThat(turn("outcome", outcome.word()).outcome()).contains(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OK", "done", "", "invalid output"})
    void any_other_outcome_is_refused(String word) {
        assertThat(refusal("outcome", word)).contains("ok, error, partial, invalid_output, aborted");
    }

    @ParameterizedTest
    @CsvSource({
        "turn, -1",
        "tokens_input, -1",
        "tokens_output, -5",
        "cost_usd, -0.01",
        "tokens_input, 1.5",
        "tokens_input, many",
        "tokens_output, 9999999999999999",
        "cost_usd, NaN",
        "cost_usd, '0,5'",
        "cost_usd, 1e999999999",
        "cost_usd, 1000001",
        "created_at_epoch, yesterday",
        "created_at_epoch, 2023-12-31T23:59:59Z",
        "created_at_epoch, 2026-06-12T09:36:00Z",
        "colour, red",
        "memory_session_id, ' '"
    })
    void what_cannot_be_right_is_refused_by_its_name(String field, String value) {
        assertThat(refusal(field, value, "provider", "openrouter")).contains(field);
    }

    @Test
    void a_cost_that_no_provider_reported_is_refused() {
        assertThat(refusal("cost_usd", "0.5")).contains("provider");
    }

    @Test
    void a_cost_keeps_every_decimal_and_has_one_form() {
        assertThat(turn("cost_usd", "0.012300", "provider", "openrouter")
                        .figures()
                        .costUsd())
                .contains(new BigDecimal("0.0123"));
        assertThat(turn("cost_usd", "1.95e-7", "provider", "openrouter")
                        .figures()
                        .costUsd())
                .contains(new BigDecimal("0.000000195"));
        assertThat(turn("cost_usd", "1e2", "provider", "openrouter").figures().costUsd())
                .contains(new BigDecimal("100"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1780912800", "1780912800000", "2026-06-08T10:00:00Z"})
    void a_time_may_be_seconds_milliseconds_or_an_instant(String time) {
        assertThat(turn("created_at_epoch", time).at()).isEqualTo(Instant.parse("2026-06-08T10:00:00Z"));
    }

    @Test
    void json_lines_are_checked_one_by_one() {
        var lines = new TurnLines(generation.fields()).read("""
                        {"memory_session_id": "a", "turn": 1, "tokens_input": 10, "cost_usd": 0.1, "provider": "x", "outcome": "ok"}

                        {"memory_session_id": "a", "turn": 2, "outcome": "aborted", "tokens_input": null}
                        {"memory_session_id": "a", "turn": "x", "outcome": "ok"}
                        {"memory_session_id": "a", "turn": [3], "outcome": "ok"}
                        half a line
                        """);

        assertThat(lines).hasSize(5);
        assertThat(lines.get(0)).isInstanceOfSatisfying(TurnLines.Line.Good.class, good -> {
            assertThat(good.turn().figures().tokensInput()).contains(10L);
            assertThat(good.turn().figures().costUsd()).contains(new BigDecimal("0.1"));
        });
        assertThat(lines.get(1)).isInstanceOf(TurnLines.Line.Good.class);
        assertThat(lines.subList(2, 5))
                .allSatisfy(line -> assertThat(line).isInstanceOf(TurnLines.Line.Bad.class))
                .extracting(TurnLines.Line::number)
                .containsExactly(4, 5, 6);
    }
}
