package app.recount.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import app.recount.problem.ProblemException;
import app.recount.text.Texts;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultPlanTest {

    @Test
    void a_fault_alone_is_for_every_request() {
        assertThat(FaultPlan.parse("http-503")).isEqualTo(FaultPlan.always(Fault.status(503)));
        assertThat(FaultPlan.parse("http-503").forRequest(1_000)).isEqualTo(Fault.status(503));
    }

    @Test
    void a_counted_fault_is_for_the_first_requests_and_then_nothing_fails() {
        var plan = FaultPlan.parse("portal*2");

        assertThat(plan).isEqualTo(FaultPlan.times(2, Fault.portal()));
        assertThat(plan.forRequest(2)).isEqualTo(Fault.portal());
        assertThat(plan.forRequest(3)).isEqualTo(Fault.none());
    }

    @Test
    void several_faults_come_one_after_the_other() {
        assertThat(FaultPlan.parse("http-429=3, ok,cut-after-reading"))
                .isEqualTo(FaultPlan.firstly(
                        Fault.retryAfter(429, 3), Fault.none(), Fault.cut(Fault.Moment.AFTER_READING)));
    }

    @Test
    void a_number_means_what_the_fault_makes_of_it() {
        assertThat(FaultPlan.parse("http-413=4096").then()).isEqualTo(new Fault.TooLarge(4096));
        assertThat(FaultPlan.parse("http-503=7").then()).isEqualTo(Fault.retryAfter(503, 7));
        assertThat(FaultPlan.parse("slow-body=5").then()).isEqualTo(Fault.slow(Fault.Part.BODY, Duration.ofMillis(5)));
        assertThat(FaultPlan.parse("http-302").then()).isEqualTo(new Fault.Redirect(302));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http",
                "http-",
                "http-100",
                "http-600",
                "HTTP-503",
                "portal=3",
                "ok,",
                "ok*",
                "nothing",
                "ok ok"
            })
    void what_is_no_fault_is_a_problem_that_names_those_there_are(String text) {
        assertThatThrownBy(() -> FaultPlan.parse(text))
                .asInstanceOf(type(ProblemException.class))
                .satisfies(e -> {
                    assertThat(e.problem().code()).isEqualTo("FAULT_UNKNOWN");
                    assertThat(new Texts().say(e.problem().actions().getFirst().sentence()))
                            .contains("http-NNN[=N]", "cut-after-reading");
                });
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_choice_can_be_written(String name) {
        assertThat(FaultPlan.parse(name.replace("NNN", "500").replace("[=N]", "=1"))
                        .first())
                .isEmpty();
    }

    static Stream<String> names() {
        return FaultPlan.choices().stream().map(FaultPlan.Choice::name);
    }
}
