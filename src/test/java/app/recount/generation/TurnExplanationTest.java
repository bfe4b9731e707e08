package app.recount.generation;

import static app.recount.memory.MemoryFixture.connect;
import static app.recount.memory.MemoryFixture.memory;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.Promise;
import app.recount.Proves;
import app.recount.memory.Explanation;
import app.recount.memory.Explanation.LeftOut;
import app.recount.memory.Explanation.Place;
import app.recount.memory.Explanation.Reason;
import app.recount.memory.Explanation.ValueQuery;
import app.recount.memory.MemoryFixture;
import app.recount.memory.Question;
import app.recount.memory.Recounting;
import app.recount.memory.SourceTable;
import app.recount.store.Progress;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A figure of generation comes from two stores; its explanation gives the query of each and the rule that joins them. */
class TurnExplanationTest extends GenerationTest {

    private static final LocalDate DAY = LocalDate.parse("2026-05-20");

    /** Turn 1 stands in both stores, turn 2 in the memory database alone, and turn 3 has a day of its own there. */
    private static MemoryFixture withTurns() {
        return memory().session("2026-05-11T09:00:00Z")
                .withTurns()
                .turn("a", 1, DAY + "T10:00:00Z", 1000, 100, 0.1)
                .turn("a", 2, DAY + "T11:00:00Z", 2000, 200, 0.2)
                .turn("a", 3, "2026-05-19T11:00:00Z", 5000, 500, 0.7)
                .turn("a", 4, DAY + "T12:00:00Z", null, null, null);
    }

    private void keep(String session, String turn, String cost) {
        generation
                .recorder()
                .record(
                        List.of(turn(
                                "memory_session_id",
                                session,
                                "turn",
                                turn,
                                "provider",
                                "claude",
                                "tokens_input",
                                "10",
                                "tokens_output",
                                "1",
                                "cost_usd",
                                cost,
                                "created_at_epoch",
                                DAY + "T10:30:00Z")),
                        directory,
                        false);
    }

    private Explanation explain(String key) {
        return generation
                .reader()
                .explain(
                        directory.database(),
                        directory,
                        new Question(Optional.of(DAY), Optional.of(key)),
                        NOW,
                        Progress.NONE)
                .explanations()
                .getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gen_tokens_input", "gen_tokens_output", "gen_cost_usd"})
    @Proves(Promise.EXPLAINED)
    void both_queries_and_the_rule_give_the_value(String key) throws Exception {
        write(withTurns());
        keep("a", "1", "9.9");
        keep("a", "3", "9.9");
        keep("b", "1", "0.30000000000000000001");

        var explanation = explain(key);

        assertThat(explanation.queries())
                .extracting(ValueQuery::place)
                .containsExactly(Place.MEMORY_DATABASE, Place.RECOUNT);
        assertThat(explanation.rule()).isPresent();
        assertThat(explanation.recount().orElseThrow().agrees()).isTrue();
        try (var plain = connect(directory.database());
                var recount = connect(temporary.resolve("recount/recount.db"))) {
            assertThat(Recounting.turns(explanation.queries(), plain, recount))
                    .isEqualByComparingTo(new BigDecimal(explanation.value().orElseThrow()));
        }
    }

    @Test
    void money_keeps_its_last_decimal() {
        write(withTurns());
        keep("b", "1", "0.30000000000000000001");

        assertThat(explain("gen_cost_usd").value()).contains("0.60000000000000000001");
    }

    @Test
    void turns_that_both_stores_know_are_said_to_be_left_out() {
        write(withTurns());
        keep("a", "1", "9.9");
        keep("a", "3", "9.9");
        keep("b", "1", "0.3");

        var tables = explain("gen_cost_usd").tables();

        assertThat(tables).extracting(rows -> rows.table()).containsExactly(SourceTable.TURNS, SourceTable.KEPT_TURNS);
        assertThat(tables.getFirst().leftOut())
                .containsExactly(new LeftOut(Reason.NO_VALUE, 1), new LeftOut(Reason.OTHER_DAY, 1));
        assertThat(tables.getFirst().counted()).isEqualTo(2);
        assertThat(tables.getLast().leftOut()).containsExactly(new LeftOut(Reason.KNOWN_TO_BOTH, 2));
        assertThat(tables.getLast().counted()).isEqualTo(1);
    }

    @Test
    void where_one_store_has_none_its_query_alone_is_given() {
        write(memory().session("2026-05-11T09:00:00Z").session(DAY + "T09:00:00Z"));
        keep("b", "1", "0.3");

        var explanation = explain("gen_cost_usd");

        assertThat(explanation.queries()).extracting(ValueQuery::place).containsExactly(Place.RECOUNT);
        assertThat(explanation.rule()).isEmpty();
        assertThat(explanation.value()).contains("0.3");
    }
}
