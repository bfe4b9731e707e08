package app.recount.desktop.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.RunTool;
import app.recount.analysis.Source;
import app.recount.desktop.analyses.SessionPick.Found;
import app.recount.problem.Problem;
import app.recount.session.SessionChoice.Rule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartModelTest {

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
        assertThat(model.request().chosenBy()).isEmpty();
    }

    @Test
    void the_only_session_is_chosen_and_its_model_and_folder_with_it() {
        model.source().set("iea");
        model.found(new Found.One(Runs.session(Runs.SESSION, Runs.START, 5), Rule.ONLY_ACTIVE));

        assertThat(model.missing().get()).isEqualTo(StartModel.Missing.NOTHING);
        assertThat(model.model().get()).isEqualTo(Runs.MODEL);
        assertThat(model.request().folder()).isEqualTo(Path.of("work/epoch"));
        assertThat(model.request().chosenBy()).contains(Rule.ONLY_ACTIVE);
    }

    @Test
    void a_session_that_becomes_the_only_active_one_while_the_form_is_open_is_chosen() {
        model.found(new Found.Several(
                List.of(Runs.session(Runs.SESSION, Runs.START, 0), Runs.session("other", Runs.START, 6))));
        model.answeredAgain(
                model.question(), new Found.One(Runs.session(Runs.SESSION, Runs.START, 5), Rule.ONLY_ACTIVE));

        assertThat(model.request().sessionId()).contains(Runs.SESSION);
    }

    @Test
    void what_the_user_has_chosen_is_not_exchanged_when_sessions_move() {
        model.found(new Found.Several(
                List.of(Runs.session(Runs.SESSION, Runs.START, 0), Runs.session("other", Runs.START, 6))));
        model.pick().set(new SessionPick.Chosen(model.candidates().getLast()));
        model.answeredAgain(
                model.question(), new Found.One(Runs.session(Runs.SESSION, Runs.START, 5), Rule.ONLY_ACTIVE));

        assertThat(model.request().sessionId()).contains("other");
        assertThat(model.candidates()).hasSize(2);

        model.answeredAgain(model.question(), new Found.None());
        assertThat(model.candidates()).as("who is chosen is seen").hasSize(2);
    }

    @Test
    void what_the_chosen_session_used_meanwhile_is_told() {
        model.found(new Found.One(Runs.session(Runs.SESSION, Runs.START, 5), Rule.ONLY_ACTIVE));
        var now = Runs.session(Runs.SESSION, Runs.START, 9);
        model.answeredAgain(model.question(), new Found.One(now, Rule.ONLY_ACTIVE));

        assertThat(model.pick().get()).isEqualTo(new SessionPick.Chosen(now));
    }

    @Test
    void the_folder_of_what_was_found_is_not_searched_as_if_somebody_had_named_it() {
        model.found(new Found.One(Runs.session(Runs.SESSION, Runs.START, 5), Rule.ONLY_ACTIVE));

        assertThat(model.request().folder()).isEqualTo(Path.of("work/epoch"));
        assertThat(model.searched()).contains(Path.of("home"));
    }

    @Test
    void another_tool_or_folder_asks_anew_also_while_a_question_is_on_its_way() {
        var asked = new ArrayList<Found>();
        model.found().subscribe(found -> asked.add(found));
        model.tool().set(RunTool.CODEX);
        model.folder().set("w");
        model.folder().set("work");

        assertThat(asked).hasSize(4).doesNotHaveDuplicates().hasOnlyElementsOfType(Found.Searching.class);
    }

    @Test
    void an_answer_to_a_question_before_is_none() {
        var one = new Found.One(Runs.session(Runs.SESSION, Runs.START, 5), Rule.ONLY_ACTIVE);
        int claude = model.question();
        model.tool().set(RunTool.CODEX);
        int codex = model.question();
        model.answered(claude, one);
        assertThat(model.pick().get()).isEqualTo(new SessionPick.Nothing());

        model.tool().set(RunTool.MANUAL);
        model.answered(codex, one);
        model.answeredAgain(codex, one);
        assertThat(model.found().get()).isEqualTo(new Found.NoTool());
        assertThat(model.pick().get()).isEqualTo(new SessionPick.Without());
    }

    @Test
    void who_wants_no_session_is_given_none() {
        model.choose(new SessionPick.Without());
        model.answered(model.question(), new Found.One(Runs.session(Runs.SESSION, Runs.START, 5), Rule.ONLY_ACTIVE));

        assertThat(model.request().withoutSession()).isTrue();
    }

    @Test
    void a_run_waits_until_what_was_typed_as_an_id_was_looked_for() {
        model.source().set("iea");
        model.found(new Found.One(Runs.session(Runs.SESSION, Runs.START, 5), Rule.ONLY_ACTIVE));
        model.reference().set("other");
        assertThat(model.missing().get()).isEqualTo(StartModel.Missing.REFERENCE);

        model.lookUp();
        assertThat(model.missing().get()).isEqualTo(StartModel.Missing.SEARCHING);
        assertThat(model.found().get()).isEqualTo(new Found.Searching(model.question(), Optional.of("other")));

        model.answered(model.question(), new Found.One(Runs.session("other", Runs.START, 5), Rule.GIVEN_ID));
        assertThat(model.missing().get()).isEqualTo(StartModel.Missing.NOTHING);
        assertThat(model.request().sessionId()).contains("other");
        assertThat(model.request().chosenBy()).contains(Rule.GIVEN_ID);
    }

    @Test
    void a_wrong_id_leaves_no_session_chosen_and_an_emptied_one_asks_the_rules_again() {
        model.source().set("iea");
        model.found(new Found.One(Runs.session(Runs.SESSION, Runs.START, 5), Rule.ONLY_ACTIVE));
        model.reference().set("misspelt");
        model.lookUp();
        model.answered(model.question(), new Found.Wrong(Problem.of("SESSION_NOT_FOUND")));
        assertThat(model.missing().get()).isEqualTo(StartModel.Missing.SESSION);

        model.reference().set("");
        assertThat(model.found().get()).isEqualTo(new Found.Searching(model.question(), Optional.empty()));
    }

    @Test
    void who_points_at_a_session_means_no_id_that_was_typed() {
        model.source().set("iea");
        model.found(new Found.Several(
                List.of(Runs.session(Runs.SESSION, Runs.START, 0), Runs.session("other", Runs.START, 6))));
        model.reference().set("half an i");
        model.choose(new SessionPick.Chosen(model.candidates().getFirst()));

        assertThat(model.reference().get()).isEmpty();
        assertThat(model.missing().get()).isEqualTo(StartModel.Missing.NOTHING);
    }

    @Test
    void a_new_source_is_registered_only_with_a_title() {
        model.source().set("nrel");
        assertThat(model.newSource()).isEmpty();

        model.title().set("Grid study");
        assertThat(model.newSource()).contains(new Source("nrel", "Grid study"));

        model.source().set("bis");
        assertThat(model.newSource()).isEmpty();
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
        assertThat(model.known().isKnown("iea")).isTrue();
        assertThat(model.known().passes("iea")).isEqualTo(2);
        assertThat(model.known().nextPass("iea")).isEqualTo(2);
        assertThat(model.request().sourceId()).isEqualTo("iea");
    }

    @Test
    void the_last_pass_there_can_be_has_no_next_one() {
        var run = Runs.open(1, "iea");
        var last = new AnalysisRun(
                new AnalysisRun.Identity("ANALYSIS-2026-002", "iea", Integer.MAX_VALUE, run.tool()),
                run.status(),
                run.description(),
                run.times(),
                run.tokens(),
                run.session(),
                run.stages(),
                null,
                run.inputs(),
                run.claims());

        assertThat(new KnownSources(List.of(run, last), List.of()).nextPass("iea"))
                .isEqualTo(run.pass() + 1);
    }

    @Test
    void sources_are_suggested_by_id_and_title() {
        assertThat(model.known().suggestions("ENERGY")).containsExactly("iea · World energy outlook");
        assertThat(model.known().suggestions("")).hasSize(2);
    }

    @Test
    void a_session_that_was_chosen_elsewhere_is_taken_over() {
        model.startIn(Runs.session(Runs.SESSION, Runs.START, 5), RunTool.CLAUDE_CODE);
        model.source().set("new");

        assertThat(model.request().sessionId()).contains(Runs.SESSION);
        assertThat(model.known().isKnown("new")).isFalse();
    }
}
