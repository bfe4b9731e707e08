package app.recount.desktop.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.consent.TelemetryConfig;
import app.recount.delivery.Blocker;
import app.recount.problem.Action;
import app.recount.text.Texts;
import app.recount.text.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ObstacleTest {

    private final Texts texts = new Texts();

    @ParameterizedTest
    @EnumSource
    void every_closed_gate_has_plain_words(Blocker blocker) {
        var obstacle =
                Obstacle.of(Previews.days(3).blocked(blocker).make(), texts).getFirst();

        assertThat(obstacle.message()).endsWith(".").doesNotContain("{0}", blocker.name());
        assertThat(obstacle.advice()).isNotBlank().doesNotContain("{0}");
    }

    @ParameterizedTest
    @EnumSource
    void every_reason_for_an_inert_send_has_words(Inertia inertia) {
        assertThat(texts.get("review.inert." + inertia)).startsWith("Send is inert: ");
    }

    @Test
    void of_a_foreign_database_the_own_one_is_offered() {
        var preview = Previews.days(3).blocked(Blocker.FOREIGN_DATABASE).make();

        assertThat(Obstacle.of(preview, texts).getFirst().action()).contains(Action.Kind.OPEN_OWN);
    }

    @Test
    void a_malformed_telemetry_json_is_said_with_what_claude_mem_would_do() {
        var preview = Previews.days(3)
                .config(new TelemetryConfig.Malformed(Wording.of("consent.malformed.noJson")))
                .blocked(Blocker.TELEMETRY_CONFIG_INVALID)
                .make();

        var obstacle = Obstacle.of(preview, texts).getFirst();

        assertThat(obstacle.message()).contains("it is no JSON");
        assertThat(obstacle.advice()).contains("claude-mem itself would overwrite the file and send");
    }

    @Test
    void consent_that_is_off_says_who_decided() {
        var preview = Previews.days(3)
                .environment("DO_NOT_TRACK", "1")
                .blocked(Blocker.CONSENT_OFF)
                .make();

        assertThat(Obstacle.of(preview, texts).getFirst().message()).contains("DO_NOT_TRACK=1");
    }
}
