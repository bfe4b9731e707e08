package app.recount.memory;

import static app.recount.memory.MemoryFixture.connect;
import static app.recount.memory.MemoryFixture.memory;
import static app.recount.memory.MemoryFixture.millis;
import static app.recount.memory.MemoryFixture.seconds;
import static app.recount.memory.MemoryFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import app.recount.Promise;
import app.recount.Proves;
import app.recount.memory.Explanation.LeftOut;
import app.recount.memory.Explanation.Reason;
import app.recount.memory.Explanation.TableRows;
import app.recount.problem.ProblemException;
import app.recount.store.DataDirectory;
import app.recount.store.Progress;
import app.recount.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every value tells from which rows it was counted, and by which query it can be counted again. */
class ExplanationTest extends MemoryTest {

    private static final String DAY = "2026-05-12";

    private final Texts texts = new Texts();

    /** Two days, and every kind of row that no day counts. */
    private static MemoryFixture odd() {
        return memory().session("2026-05-11T09:00:00Z")
                .observation("2026-05-11T09:30:00Z", text(4001))
                .summary("2026-05-11T09:45:00Z", 12_345)
                .session(DAY + "T09:00:00Z")
                .row(SourceTable.SESSIONS, seconds(DAY + "T11:00:00Z"), "status", "failed")
                .observation(DAY + "T09:30:00Z", text(10))
                .observation(DAY + "T09:31:00Z")
                .observation(DAY + "T23:59:59Z", "naïve")
                .row(SourceTable.OBSERVATIONS, millis(DAY + "T00:00:00Z"), "type", "bugfix", "agent_type", "")
                .row(SourceTable.OBSERVATIONS, millis("2023-12-31T23:59:59Z"), "text", "old")
                .row(SourceTable.OBSERVATIONS, millis("2026-06-12T09:30:01Z"))
                .row(SourceTable.OBSERVATIONS, "soon")
                .row(SourceTable.OBSERVATIONS, null)
                .summary(DAY + "T09:45:00Z", 100)
                .summary(DAY + "T09:46:00Z", null)
                .summary(DAY + "T09:47:00Z", 0.5)
                .summary(DAY + "T09:48:00Z", "12 tokens")
                .prompt(DAY + "T08:00:00Z");
    }

    @Test
    @Proves(Promise.EXPLAINED)
    void every_value_of_every_day_is_what_its_own_query_gives() throws Exception {
        var database = odd().writeTo(folder);

        var explained = explain(database, new Question(Optional.empty(), Optional.empty()));

        assertThat(explained.explanations()).hasSize(values(explained.activity()) + 1);
        assertThat(explained.explanations())
                .allMatch(each -> each.recount().orElseThrow().agrees());
        try (var plain = connect(database)) {
            for (var explanation : explained.explanations()) {
                Recounting.assertGives(
                        plain,
                        explanation.queries().getFirst().sql(),
                        explanation.value().orElseThrow());
            }
        }
    }

    private static int values(Activity activity) {
        return activity.rollups().stream()
                .mapToInt(rollup -> rollup.values().size())
                .sum();
    }

    @Test
    void a_text_that_is_measured_says_which_rows_have_none() {
        assertThat(explain(odd(), "read_tokens").tables())
                .containsExactly(new TableRows(
                        SourceTable.OBSERVATIONS,
                        2,
                        List.of(
                                new LeftOut(Reason.NO_VALUE, 2),
                                new LeftOut(Reason.OTHER_DAY, 1),
                                new LeftOut(Reason.BEFORE_FLOOR, 1),
                                new LeftOut(Reason.FUTURE, 1),
                                new LeftOut(Reason.CORRUPT_EPOCH, 2))));
    }

    @Test
    void a_kind_says_how_many_rows_are_of_another() {
        assertThat(explain(odd(), "obs_type_bugfix").tables()).singleElement().satisfies(rows -> {
            assertThat(rows.counted()).isEqualTo(1);
            assertThat(rows.leftOut()).contains(new LeftOut(Reason.NO_MATCH, 3));
            assertThat(rows.all()).isEqualTo(9);
        });
    }

    @Test
    void projects_say_how_many_rows_have_none() {
        assertThat(explain(odd(), "project_count").tables())
                .extracting(
                        TableRows::table,
                        TableRows::counted,
                        rows -> rows.leftOut().getFirst())
                .containsExactly(
                        tuple(SourceTable.OBSERVATIONS, 3L, new LeftOut(Reason.NO_VALUE, 1)),
                        tuple(SourceTable.SESSIONS, 1L, new LeftOut(Reason.NO_VALUE, 1)));
    }

    @Test
    void what_is_derived_tells_the_rows_of_both_inputs() {
        var explanation = explain(odd(), "tokens_saved_vs_naive");

        assertThat(explanation.tables())
                .extracting(TableRows::table)
                .containsExactly(SourceTable.SUMMARIES, SourceTable.OBSERVATIONS);
        assertThat(explanation.sources()).contains("session_summaries.discovery_tokens", "observations.text");
        assertThat(explanation.queries().getFirst().sql()).contains("max(0, discovery_tokens - read_tokens)");
    }

    @Test
    void a_value_can_be_derived_where_an_input_may_be_missing() throws Exception {
        var database = odd().withoutTable(SourceTable.SUMMARIES).writeTo(folder);

        var explanation = explain(database, question("tokens_saved_vs_naive"))
                .explanations()
                .getFirst();

        assertThat(explanation.value()).contains("0");
        try (var plain = connect(database)) {
            Recounting.assertGives(plain, explanation.queries().getFirst().sql(), "0");
        }
    }

    @Test
    void sums_near_the_largest_integer_do_not_overflow_in_the_query_either() throws Exception {
        var database = odd().summary(DAY + "T10:00:00Z", Long.MAX_VALUE)
                .summary(DAY + "T10:00:01Z", Long.MAX_VALUE)
                .summary(DAY + "T10:00:02Z", Long.MIN_VALUE)
                .summary(DAY + "T10:00:03Z", Long.MIN_VALUE + 2)
                .writeTo(folder);

        var explanation =
                explain(database, question("discovery_tokens")).explanations().getFirst();

        assertThat(explanation.value()).contains("112.5");
        try (var plain = connect(database)) {
            Recounting.assertGives(plain, explanation.queries().getFirst().sql(), "112.5");
        }
    }

    @Test
    void a_key_that_the_day_lacks_says_why() {
        assertThat(explain(odd().withoutColumn(SourceTable.OBSERVATIONS, "text"), "read_tokens")
                        .absence()
                        .map(texts::say))
                .contains("The database lacks a table or a column that it needs.");
        assertThat(explain(odd(), "sessions_codex_count").absence().map(texts::say))
                .contains("No row of the day matches, and a zero is not sent.");
        assertThat(explain(odd().summary(DAY + "T10:00:00Z", 1L << 60), "discovery_tokens")
                        .absence()
                        .map(texts::say))
                .contains("It is beyond 2^53 − 1, which JSON cannot tell exactly, and is not sent.");
        assertThat(explain(odd(), "gen_cost_usd").absence().map(texts::say))
                .contains("No compression turn of that day knows this figure.");
        assertThat(explain(memory().session(DAY + "T09:00:00Z"), "read_tokens")
                        .absence()
                        .map(texts::say))
                .contains("No row of observations fell on the day.");
    }

    @Test
    void the_first_day_is_explained_by_what_decided_it() throws Exception {
        var first = new Question(Optional.empty(), Optional.of(Explanation.FIRST_ACTIVE_DATE));
        var withSessions = odd().writeTo(folder);

        assertThat(explain(withSessions, first).explanations()).singleElement().satisfies(explanation -> {
            assertThat(explanation.value()).contains("2026-05-11");
            assertThat(explanation.sources()).containsExactly("sdk_sessions.started_at_epoch");
            assertThat(explanation.queries()).hasSize(1);
        });
    }

    @Test
    void where_no_session_counts_the_first_day_is_that_of_an_observation() {
        var first = new Question(Optional.empty(), Optional.of(Explanation.FIRST_ACTIVE_DATE));
        var database = memory().row(SourceTable.SESSIONS, "never")
                .observation(DAY + "T09:30:00Z")
                .writeTo(folder);

        assertThat(explain(database, first).explanations()).singleElement().satisfies(explanation -> {
            assertThat(explanation.value()).contains(DAY);
            assertThat(explanation.queries()).hasSize(2);
            assertThat(explanation.rule().map(texts::say)).contains("The first of them that gives a day decides.");
            assertThat(explanation.recount().orElseThrow().agrees()).isTrue();
        });
    }

    @Test
    void a_day_without_event_and_a_key_that_nobody_counts_are_refused_with_a_reason() {
        var database = odd().writeTo(folder);

        assertThat(refused(database, new Question(Optional.of(LocalDate.parse("2026-06-11")), Optional.empty())))
                .isEqualTo("DAY_NOT_SENT");
        assertThat(refused(database, question("backfilled"))).isEqualTo("KEY_UNKNOWN");
    }

    private String refused(Path database, Question question) {
        return catchThrowableOfType(ProblemException.class, () -> explain(database, question))
                .problem()
                .code();
    }

    private Explanation explain(MemoryFixture fixture, String key) {
        try {
            var database = fixture.writeTo(Files.createTempDirectory(folder, key));
            return explain(database, question(key)).explanations().getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Question question(String key) {
        return new Question(Optional.of(LocalDate.parse(DAY)), Optional.of(key));
    }

    private Explained explain(Path database, Question question) {
        return new MemoryReader(home)
                .explain(database, new DataDirectory(folder, List.of()), question, NOW, Progress.NONE);
    }
}
