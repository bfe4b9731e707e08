package app.recount.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.text.Wording;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerRulesTest {

    private static Verdict judge(int status, String body) {
        return AnswerRules.judge(new Reply.Answer(status, Optional.empty(), body, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"Ok\"}",
                "{\"status\":1}",
                " {\"status\": \"Ok\", \"quota_limited\": []}\n",
                "{\"status\":1,\"quota_limited\":null}",
                "{\"status\":\"Ok\",\"something\":\"new\"}"
            })
    void these_bodies_mean_accepted(String body) {
        assertThat(judge(200, body)).isEqualTo(new Verdict.Acknowledged(200, body));
        assertThat(judge(202, body)).isInstanceOf(Verdict.Acknowledged.class);
    }

    @Test
    void no_content_means_accepted() {
        assertThat(judge(204, "")).isInstanceOf(Verdict.Acknowledged.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Ok",
                "\"Ok\"",
                "1",
                "null",
                "[]",
                "[{\"status\":\"Ok\"}]",
                "{}",
                "{\"status\":\"ok\"}",
                "{\"status\":\"OK\"}",
                "{\"status\":\"1\"}",
                "{\"status\":0}",
                "{\"status\":1.5}",
                "{\"status\":true}",
                "{\"Status\":\"Ok\"}",
                "{\"status\":\"Ok\"",
                "{\"status\":\"Ok\"} trailing",
                "<html>{\"status\":\"Ok\"}</html>"
            })
    void a_2xx_with_any_other_body_is_not_posthog(String body) {
        assertThat(judge(200, body))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("NOT_POSTHOG"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"events\"]", "[\"recordings\",\"events\"]", "true", "\"events\"", "{\"events\":1}"})
    void a_quota_that_is_used_up_is_a_refusal_although_the_status_says_ok(String limited) {
        assertThat(judge(200, "{\"status\":\"Ok\",\"quota_limited\":%s}".formatted(limited)))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("QUOTA_LIMITED"));
    }

    @ParameterizedTest
    @CsvSource({
        "300, REDIRECTED", "301, REDIRECTED", "302, REDIRECTED", "304, REDIRECTED", "307, REDIRECTED",
                "308, REDIRECTED",
        "400, HTTP_400", "401, HTTP_401", "403, HTTP_403", "404, HTTP_404", "405, HTTP_405", "407, HTTP_407",
        "410, HTTP_410", "422, HTTP_422", "499, HTTP_499", "600, NOT_POSTHOG", "101, NOT_POSTHOG"
    })
    void these_are_definite_even_if_the_body_says_ok(int status, String code) {
        assertThat(judge(status, "{\"status\":\"Ok\"}"))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504, 599})
    void these_pass_and_are_tried_again(int status) {
        assertThat(judge(status, "{\"status\":\"Ok\"}"))
                .isInstanceOfSatisfying(
                        Verdict.Passing.class,
                        passing -> assertThat(passing.problem().code()).isEqualTo("HTTP_" + status));
    }

    @Test
    void too_large_asks_for_halves() {
        assertThat(judge(413, "no")).isEqualTo(new Verdict.TooLarge(413, "no"));
    }

    @Test
    void without_an_answer_another_attempt_is_made() {
        assertThat(AnswerRules.judge(new Reply.NotSent(Wording.verbatim("why"), 1)))
                .isInstanceOfSatisfying(
                        Verdict.Passing.class,
                        passing -> assertThat(passing.problem().code()).isEqualTo("NOT_CONNECTED"));
        assertThat(AnswerRules.judge(new Reply.NoAnswer(Wording.verbatim("why"), 1)))
                .isInstanceOfSatisfying(
                        Verdict.Passing.class,
                        passing -> assertThat(passing.problem().code()).isEqualTo("NO_ANSWER"));
    }
}
