package app.recount.desktop.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.RunStatus;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EndModelTest {

    private final EndModel model =
            new EndModel(Runs.open(1, "a"), RunStatus.COMPLETED, Set.of("ANALYSIS-2026-001", "ANALYSIS-2026-002"));

    @Test
    void ids_are_taken_with_any_separator_each_once_and_may_hold_spaces() {
        model.extracted().set("My claim, C-2;C-3\n My claim,");

        assertThat(model.request().claimsExtracted()).contains(List.of("My claim", "C-2", "C-3"));
        assertThat(model.request().claimsUpdated()).isEmpty();
    }

    @Test
    void a_field_that_nobody_touched_says_nothing_and_an_emptied_one_takes_away() {
        var inputs = new AnalysisRun.Inputs(List.of("My paper, second"), List.of("imported, and not here"));
        var run = Runs.run(1, "a", "started", "claude-code", Runs.SESSION, inputs, List.of());
        var again = new EndModel(run, RunStatus.COMPLETED, Set.of("ANALYSIS-2026-001"));
        assertThat(again.fault().get()).isEqualTo(EndModel.Fault.NONE);
        assertThat(again.request().inputsSourceIds()).isEmpty();
        assertThat(again.request().inputsAnalysisIds()).isEmpty();
        assertThat(again.request().notes()).isEmpty();

        again.inputs().set(" ");
        again.sources().set("");
        assertThat(again.fault().get()).isEqualTo(EndModel.Fault.NONE);
        assertThat(again.request().inputsSourceIds()).contains(List.of());
        assertThat(again.request().inputsAnalysisIds()).contains(List.of());
    }

    @Test
    void an_input_that_the_run_names_already_may_be_one_that_is_not_here() {
        var again = new EndModel(
                Runs.synthesis(1, "ANALYSIS-2025-044"), RunStatus.COMPLETED, Set.of("ANALYSIS-2026-001", "a 2"));
        again.inputs().set("ANALYSIS-2025-044, a 2");

        assertThat(again.fault().get()).isEqualTo(EndModel.Fault.NONE);
        assertThat(again.request().inputsAnalysisIds()).contains(List.of("ANALYSIS-2025-044", "a 2"));
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
