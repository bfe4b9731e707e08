package app.recount.desktop.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.RunStatus;
import app.recount.analysis.RunTool;
import app.recount.analysis.Source;
import app.recount.analysis.UsageBackfill.Change;
import app.recount.analysis.UsageBackfill.Entry;
import app.recount.analysis.UsageBackfill.Plan;
import app.recount.desktop.analyses.SessionPick.Found;
import app.recount.session.SessionChoice.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the dialogs decide. */
class FormModelsTest {

    @Nested
    class Starting {

        private final StartModel model = new StartModel(
                new Stock(
                        List.of(Runs.ended(1, "iea", "completed"), Runs.ended(2, "iea", "failed")),
                        List.of(new Source("iea", "World energy outlook"), new Source("bis", "Quarterly review"))),
                Path.of("home"));

        @Test
        void several_sessions_leave_the_choice_to_the_user() {
            model.source().set("iea");
            model.found(new Found.Several(
                    List.of(Runs.session(Runs.SESSION, Runs.START, 5), Runs.session("other", Runs.START, 6))));

            assertThat(model.pick().get()).isEqualTo(new SessionPick.Nothing());
            assertThat(model.missing().get()).isEqualTo(StartModel.Missing.SESSION);

            model.pick().set(new SessionPick.Chosen(model.candidates().getLast()));
            assertThat(model.missing().get()).isEqualTo(StartModel.Missing.NOTHING);
            assertThat(model.request().sessionId()).contains("other");
        }

        @Test
        void the_only_session_is_chosen_and_its_model_and_folder_with_it() {
            model.source().set("iea");
            model.found(new Found.One(Runs.session(Runs.SESSION, Runs.START, 5), Rule.ONLY_ACTIVE));

            assertThat(model.missing().get()).isEqualTo(StartModel.Missing.NOTHING);
            assertThat(model.model().get()).isEqualTo(Runs.MODEL);
            assertThat(model.request().folder()).isEqualTo(Path.of("work/epoch"));
        }

        @Test
        void a_model_that_the_user_named_stays() {
            model.model().set("my-model");
            model.found(new Found.One(Runs.session(Runs.SESSION, Runs.START, 5), Rule.ONLY_ACTIVE));

            assertThat(model.request().model()).contains("my-model");
        }

        @Test
        void another_tool_forgets_the_session_and_one_without_sessions_needs_none() {
            model.source().set("iea");
            model.found(new Found.One(Runs.session(Runs.SESSION, Runs.START, 5), Rule.ONLY_ACTIVE));
            model.tool().set(RunTool.CODEX);
            assertThat(model.missing().get()).isEqualTo(StartModel.Missing.SEARCHING);

            model.tool().set(RunTool.MANUAL);
            assertThat(model.missing().get()).isEqualTo(StartModel.Missing.NOTHING);
            assertThat(model.request().withoutSession()).isTrue();
        }

        @Test
        void a_source_is_needed_and_a_known_one_tells_its_next_pass() {
            model.pick().set(new SessionPick.Without());
            assertThat(model.missing().get()).isEqualTo(StartModel.Missing.SOURCE);

            model.source().set("iea · World energy outlook");
            assertThat(model.sourceId()).isEqualTo("iea");
            assertThat(model.isKnown()).isTrue();
            assertThat(model.passes()).isEqualTo(2);
            assertThat(model.nextPass()).isEqualTo(2);
            assertThat(model.request().sourceId()).isEqualTo("iea");
        }

        @Test
        void sources_are_suggested_by_id_and_title() {
            assertThat(model.suggestions("ENERGY")).containsExactly("iea · World energy outlook");
            assertThat(model.suggestions("")).hasSize(2);
        }

        @Test
        void a_session_that_was_chosen_elsewhere_is_taken_over() {
            model.startIn(Runs.session(Runs.SESSION, Runs.START, 5), RunTool.CLAUDE_CODE);
            model.source().set("new");

            assertThat(model.request().sessionId()).contains(Runs.SESSION);
            assertThat(model.isKnown()).isFalse();
        }
    }

    @Nested
    class Marking {

        @Test
        void the_next_usual_stage_stands_there_already() {
            var run = Runs.open(1, "a");

            assertThat(new MarkModel(run).name().get()).isEqualTo("check_stage1");
            assertThat(new MarkModel(Runs.marked(run, "check_stage1", "my own"))
                            .name()
                            .get())
                    .isEqualTo("check_stage2");
            assertThat(new MarkModel(Runs.marked(run, "check_stage3")).name().get())
                    .isEqualTo("registration");
            assertThat(new MarkModel(Runs.marked(run, "registration")).name().get())
                    .isEmpty();
        }

        @Test
        void a_stage_needs_a_name_and_may_repeat_one() {
            var model = new MarkModel(Runs.marked(Runs.open(1, "a"), "check_stage1"));

            model.name().set("  ");
            assertThat(model.valid().getValue()).isFalse();
            model.name().set("check_stage1");
            assertThat(model.valid().getValue()).isTrue();
            assertThat(model.repeated().getValue()).isTrue();
            assertThat(model.suggestions()).doesNotContain("check_stage1");
        }
    }

    @Nested
    class Ending {

        private final EndModel model =
                new EndModel(Runs.open(1, "a"), RunStatus.COMPLETED, Set.of("ANALYSIS-2026-001", "ANALYSIS-2026-002"));

        @Test
        void ids_are_taken_with_any_separator_each_once() {
            model.extracted().set("C-1, C-2;C-3\n C-1");

            assertThat(model.request().claimsExtracted()).containsExactly("C-1", "C-2", "C-3");
            assertThat(model.request().claimsUpdated()).isEmpty();
        }

        @Test
        void an_input_is_a_run_and_never_the_run_itself() {
            model.inputs().set("ANALYSIS-2026-002");
            assertThat(model.fault().get()).isEqualTo(EndModel.Fault.NONE);
            model.inputs().set("ANALYSIS-2026-009");
            assertThat(model.fault().get()).isEqualTo(EndModel.Fault.INPUT);
            assertThat(model.unknownInputs()).containsExactly("ANALYSIS-2026-009");
            model.inputs().set("ANALYSIS-2026-001");
            assertThat(model.fault().get()).isEqualTo(EndModel.Fault.ITSELF);
        }

        @Test
        void the_count_at_the_end_is_a_whole_number_or_nothing() {
            assertThat(model.request().tokensFinal()).isEmpty();
            model.tokens().set("1,234 567");
            assertThat(model.request().tokensFinal()).contains(1_234_567L);
            model.tokens().set("-5");
            assertThat(model.fault().get()).isEqualTo(EndModel.Fault.TOKENS);
            model.tokens().set("99999999999999999999");
            assertThat(model.fault().get()).isEqualTo(EndModel.Fault.TOKENS);
        }
    }

    @Nested
    class Backfilling {

        private final BackfillModel model = new BackfillModel();
        private final Plan plan = new Plan(
                List.of(
                        new Entry(
                                Runs.ended(1, "a", "completed"),
                                Runs.SESSION,
                                "the only one",
                                List.of(new Change("tokens_in", null, "5"), new Change("tokens_out", null, "6"))),
                        new Entry(Runs.ended(2, "b", "completed"), null, "two sessions", List.of()),
                        new Entry(
                                Runs.ended(3, "c", "completed"),
                                Runs.SESSION,
                                "the only one",
                                List.of(new Change("tokens_in", "1", "2")))),
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
        void a_day_that_is_none_asks_nothing() {
            model.from().set("2026-05-20");
            assertThat(model.request().orElseThrow().from()).contains(java.time.Instant.parse("2026-05-20T00:00:00Z"));
            model.until().set("2026-05");
            assertThat(model.request()).isEmpty();
        }
    }
}
