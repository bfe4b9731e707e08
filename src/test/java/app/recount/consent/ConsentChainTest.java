package app.recount.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.recount.Promise;
import app.recount.Proves;
import app.recount.consent.ConsentDecision.DecidedBy;
import app.recount.consent.ConsentDecision.Layer;
import app.recount.consent.ConsentDecision.State;
import app.recount.store.Environment;
import app.recount.text.Texts;
import app.recount.text.Wording;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Proves(Promise.NO_IS_HEEDED)
class ConsentChainTest {

    private static final Texts TEXTS = new Texts();
    private static final TelemetryConfig ABSENT = new TelemetryConfig.Absent();
    private static final TelemetryConfig MALFORMED =
            new TelemetryConfig.Malformed(Wording.of("consent.malformed.noJson"));

    private static TelemetryConfig present(Boolean... enabled) {
        return new TelemetryConfig.Present(Stream.of(enabled).findFirst(), "id", "");
    }

    private static ConsentDecision decide(Map<String, String> variables, TelemetryConfig config) {
        return new ConsentChain(new Environment(variables, Path.of("/home"), "linux")).decide(config);
    }

    @Test
    void when_nobody_says_anything_the_default_is_on() {
        var decision = decide(Map.of(), ABSENT);
        assertThat(decision.allowed()).isTrue();
        assertThat(decision.decidedBy()).isEqualTo(DecidedBy.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "TRUE", "FALSE", "False", "no", " ", "00", "0 "})
    void do_not_track_is_a_no_unless_it_is_empty_0_or_false_in_exactly_these_letters(String value) {
        var decision = decide(Map.of("DO_NOT_TRACK", value, "CLAUDE_MEM_TELEMETRY", "1"), present(true));
        assertThat(decision.allowed()).isFalse();
        assertThat(decision.decidedBy()).isEqualTo(DecidedBy.DO_NOT_TRACK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "false"})
    void do_not_track_that_says_no_no_is_passed_over(String value) {
        assertThat(decide(Map.of("DO_NOT_TRACK", value), ABSENT).decidedBy()).isEqualTo(DecidedBy.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({
        "0, false", "false, false", "off, false", "OFF, false", "False, false",
        "1, true", "true, true", "on, true", "ON, true", "True, true"
    })
    void the_variable_decides_in_any_case_and_before_the_file(String value, boolean allowed) {
        for (var config : List.of(ABSENT, MALFORMED, present(true), present(false))) {
            var decision = decide(Map.of("CLAUDE_MEM_TELEMETRY", value), config);
            assertThat(decision.allowed()).isEqualTo(allowed);
            assertThat(decision.decidedBy()).isEqualTo(DecidedBy.CLAUDE_MEM_TELEMETRY);
            assertThat(TEXTS.say(decision.detail())).isEqualTo("CLAUDE_MEM_TELEMETRY=" + value);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no", "yes", "2", " 1", "disabled"})
    void a_value_of_the_variable_that_means_nothing_is_ignored(String value) {
        var decision = decide(Map.of("CLAUDE_MEM_TELEMETRY", value), present(false));
        assertThat(decision.allowed()).isFalse();
        assertThat(decision.decidedBy()).isEqualTo(DecidedBy.TELEMETRY_JSON);
    }

    @Test
    void the_file_decides_if_it_says_yes_or_no_and_nothing_if_it_says_neither() {
        assertThat(decide(Map.of(), present(true)).decidedBy()).isEqualTo(DecidedBy.TELEMETRY_JSON);
        assertThat(decide(Map.of(), present(true)).allowed()).isTrue();
        assertThat(decide(Map.of(), present(false)).allowed()).isFalse();
        assertThat(decide(Map.of(), present()).decidedBy()).isEqualTo(DecidedBy.DEFAULT);
        assertThat(decide(Map.of(), MALFORMED).decidedBy()).isEqualTo(DecidedBy.DEFAULT);
    }

    @Test
    void each_layer_tells_what_became_of_it() {
        var decision = decide(Map.of("DO_NOT_TRACK", "0", "CLAUDE_MEM_TELEMETRY", "off"), present(true));
        assertThat(decision.layers())
                .extracting(Layer::layer, layer -> TEXTS.say(layer.value().orElseThrow()), Layer::state)
                .containsExactly(
                        tuple(DecidedBy.DO_NOT_TRACK, "0", State.PASSED),
                        tuple(DecidedBy.CLAUDE_MEM_TELEMETRY, "off", State.DECIDED),
                        tuple(DecidedBy.TELEMETRY_JSON, "enabled: true", State.NOT_REACHED),
                        tuple(DecidedBy.DEFAULT, "on", State.NOT_REACHED));
    }

    @Test
    void a_layer_that_is_not_there_says_nothing_which_no_value_can_feign() {
        assertThat(decide(Map.of(), ABSENT).layers().getFirst())
                .isEqualTo(new Layer(DecidedBy.DO_NOT_TRACK, Optional.empty(), State.NOT_SET));
        assertThat(decide(Map.of("CLAUDE_MEM_TELEMETRY", "not set"), ABSENT)
                        .layers()
                        .get(1)
                        .state())
                .isEqualTo(State.PASSED);
    }

    @Test
    void the_value_that_decided_is_told_with_its_place() {
        assertThat(TEXTS.say(decide(Map.of("DO_NOT_TRACK", "1"), ABSENT).detail()))
                .isEqualTo("DO_NOT_TRACK=1");
        assertThat(TEXTS.say(decide(Map.of(), present(false)).detail()))
                .isEqualTo("telemetry.json says enabled: false");
        assertThat(TEXTS.say(decide(Map.of(), ABSENT).detail()))
                .isEqualTo("nothing else decides, and claude-mem’s default is on");
    }

    /** Every combination of what the layers can say, against the rule said in the fewest words. */
    static Stream<Arguments> matrix() {
        var tracking = List.of("unset", "", "0", "1");
        var variable = List.of("unset", "maybe", "off", "on");
        var configs = List.of(ABSENT, MALFORMED, present(), present(true), present(false));
        return tracking.stream()
                .flatMap(first -> variable.stream()
                        .flatMap(second -> configs.stream().map(third -> Arguments.of(first, second, third))));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void the_first_layer_that_says_anything_decides(String tracking, String variable, TelemetryConfig config) {
        var variables = new HashMap<String, String>();
        if (!tracking.equals("unset")) {
            variables.put("DO_NOT_TRACK", tracking);
        }
        if (!variable.equals("unset")) {
            variables.put("CLAUDE_MEM_TELEMETRY", variable);
        }
        var answers = Stream.of(
                tracking.equals("1") ? Optional.of(false) : Optional.<Boolean>empty(),
                variable.equals("on") || variable.equals("off")
                        ? Optional.of(variable.equals("on"))
                        : Optional.<Boolean>empty(),
                config instanceof TelemetryConfig.Present present ? present.enabled() : Optional.<Boolean>empty(),
                Optional.of(true));
        assertThat(decide(variables, config).allowed())
                .isEqualTo(answers.flatMap(Optional::stream).findFirst().orElseThrow());
    }
}
