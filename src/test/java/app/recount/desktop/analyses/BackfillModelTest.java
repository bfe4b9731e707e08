package app.recount.desktop.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.FieldChange;
import app.recount.analysis.UsageBackfill.Entry;
import app.recount.analysis.UsageBackfill.Plan;
import app.recount.desktop.analyses.BackfillModel.Answer;
import app.recount.problem.Problem;
import app.recount.text.Wording;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackfillModelTest {

    private final BackfillModel model = new BackfillModel();
    private final Plan plan = new Plan(
            List.of(
                    new Entry(
                            Runs.ended(1, "a", "completed"),
                            Runs.SESSION,
                            Wording.verbatim("the only one"),
                            List.of(new FieldChange("tokens_in", null, "5"), new FieldChange("tokens_out", null, "6"))),
                    new Entry(Runs.ended(2, "b", "completed"), null, Wording.verbatim("two sessions"), List.of()),
                    new Entry(
                            Runs.ended(3, "c", "completed"),
                            Runs.SESSION,
                            Wording.verbatim("the only one"),
                            List.of(new FieldChange("tokens_in", "1", "2")))),
            4);

    @Test
    void every_change_is_a_line_and_a_run_without_one_says_why() {
        model.planned(plan);

        assertThat(model.lines()).hasSize(4);
        assertThat(model.lines()).extracting(BackfillModel.Line::first).containsExactly(true, false, true, true);
    }

    @Test
    void all_that_would_change_is_wanted_until_it_is_left_out() {
        model.planned(plan);
        model.choose("ANALYSIS-2026-001", false);

        assertThat(model.wanted().orElseThrow().entries())
                .extracting(entry -> entry.run().id())
                .containsExactly("ANALYSIS-2026-003");
        model.choose("ANALYSIS-2026-003", false);
        assertThat(model.wanted()).isEmpty();
    }

    @Test
    void what_could_not_be_worked_out_is_said_until_another_question_is_asked() {
        var why = Problem.of("STORE_BUSY");
        model.unplan();
        assertThat(model.answer().get()).isEqualTo(new Answer.Working());
        model.failed(why);
        assertThat(model.answer().get()).isEqualTo(new Answer.Failed(why));

        model.until().set("2026-05");
        model.unplan();
        assertThat(model.answer().get()).isEqualTo(new Answer.NoDay());
        model.planned(plan);
        assertThat(model.answer().get()).isEqualTo(new Answer.Planned(plan));
    }

    @Test
    void a_day_that_is_none_asks_nothing() {
        model.from().set("2026-05-20");
        assertThat(model.request().orElseThrow().from()).contains(java.time.Instant.parse("2026-05-20T00:00:00Z"));
        model.until().set("2026-05");
        assertThat(model.request()).isEmpty();
        model.until().set("+12026-05-20");
        assertThat(model.request()).isEmpty();
    }
}
