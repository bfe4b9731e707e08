package app.recount.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalsTest {

    @ParameterizedTest
    @EnumSource
    void every_gate_is_told_under_its_own_name(Blocker gate) {
        assertThat(Refusals.of(gate).problem().code()).isEqualTo(gate.name());
    }
}
