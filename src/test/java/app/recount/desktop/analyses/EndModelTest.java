package app.recount.desktop.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.RunStatus;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EndModelTest {

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
