package app.recount.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {

    private final RehearsalReceiver receiver = RehearsalReceiver.start(Backfills.CLOCK);
    private final Client client = new Client(receiver);

    @AfterEach
    void close() {
        receiver.close();
        client.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 400, 401, 403, 404, 408, 413, 429, 500, 502, 503, 599})
    void any_status_can_be_answered(int status) throws Exception {
        assertThat(post("http-" + status).statusCode()).isEqualTo(status);
        assertThat(receiver.receptions().getFirst().status()).hasValue(status);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void a_redirect_leads_to_where_a_follower_is_noticed(int status) throws Exception {
        var answer = post("http-" + status + "*1");

        assertThat(answer.statusCode()).isEqualTo(status);
        var location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).isEqualTo(receiver.destination() + "/elsewhere/");
        assertThat(client.send(client.request("/elsewhere/").GET()).statusCode())
                .isEqualTo(404);
        assertThat(receiver.receptions().getLast().path()).isEqualTo("/elsewhere/");
    }

    @Test
    void when_to_come_back_can_be_said() throws Exception {
        assertThat(post("http-429=17").headers().firstValue("Retry-After")).contains("17");
        assertThat(post("http-503=2").headers().firstValue("Retry-After")).contains("2");
        assertThat(post("http-503").headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void bodies_above_a_size_are_too_large_and_others_are_not() throws Exception {
        int size = Backfills.proper().length();

        assertThat(post("http-413=" + size).statusCode()).isEqualTo(200);
        assertThat(post("http-413=" + (size - 1)).statusCode()).isEqualTo(413);
    }

    @Test
    void answers_of_200_that_do_not_mean_accepted() throws Exception {
        assertThat(post("quota-limited").body()).contains("\"quota_limited\":[\"events\"]");
        assertThat(post("portal").headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(post("empty").body()).isEmpty();
        assertThat(post("other-json").body()).isEqualTo("{\"ok\":true}");
        assertThat(post("broken-json").body()).isEqualTo("{\"status\":\"Ok\"");
        assertThat(receiver.receptions())
                .extracting(each -> each.status().orElseThrow())
                .containsOnly(200);
    }

    @Test
    void the_other_answer_that_means_accepted() throws Exception {
        assertThat(post("status-1").body()).isEqualTo("{\"status\":1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cut-before-reading",
                "cut-while-reading",
                "cut-after-reading",
                "reset-after-reading",
                "cut-in-headers",
                "cut-in-body",
                "not-http"
            })
    void a_cut_connection_is_an_error_for_the_client(String name) {
        assertThatThrownBy(() -> post(name)).isInstanceOf(IOException.class);
        client.awaitReceptions(1);
        assertThat(receiver.receptions().getFirst().status()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut-after-reading", "reset-after-reading", "cut-in-headers", "cut-in-body", "not-http"})
    void what_was_read_before_the_cut_is_recorded(String name) {
        assertThatThrownBy(() -> post(name)).isInstanceOf(IOException.class);

        assertThat(receiver.receptions().getFirst().body().bytes())
                .isEqualTo(Backfills.proper().getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut-before-reading", "cut-while-reading"})
    void what_the_receiver_did_not_read_is_not_held_against_the_client(String name) {
        assertThatThrownBy(() -> post(name)).isInstanceOf(IOException.class);
        client.awaitReceptions(1);

        assertThat(receiver.receptions().getFirst().findings()).isEmpty();
        assertThat(receiver.receptions().getFirst().body().length()).isZero();
    }

    @Test
    void an_answer_cut_in_its_body_has_begun_properly() throws Exception {
        receiver.answerWith(FaultPlan.parse("cut-in-body"));
        var request = "POST /batch/ HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(Backfills.proper().length(), Backfills.proper());

        assertThat(client.raw(request))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("Content-Length: 15\r\n")
                .endsWith("\r\n\r\n{\"statu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"slow-reading=1", "slow-answer=1", "slow-headers=1", "slow-body=1"})
    void a_slow_exchange_succeeds_for_whoever_has_the_patience(String name) throws Exception {
        assertThat(post(name).body()).isEqualTo(Fault.ACCEPTED);
        assertThat(receiver.receptions().getFirst().findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "slow-reading=60000",
                "slow-answer=60000",
                "slow-headers=60000",
                "never-reading",
                "never-answering"
            })
    void an_answer_that_does_not_come_runs_into_the_clients_patience(String name) {
        receiver.answerWith(FaultPlan.parse(name));
        var request = client.request("/batch/")
                .timeout(Duration.ofMillis(300))
                .POST(BodyPublishers.ofString(Backfills.proper()));

        assertThatThrownBy(() -> client.send(request)).isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void an_endless_answer_goes_on_until_the_client_has_had_enough() throws Exception {
        receiver.answerWith(FaultPlan.parse("endless"));

        try (var socket = client.connect(1)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readNBytes(3_000_000)).hasSize(3_000_000);
        }
    }

    @Test
    void a_plan_begins_anew_when_it_is_set() throws Exception {
        assertThat(post("http-503*2").statusCode()).isEqualTo(503);
        assertThat(client.post(Backfills.proper()).statusCode()).isEqualTo(503);
        assertThat(client.post(Backfills.proper()).statusCode()).isEqualTo(200);
        assertThat(post("http-503*1").statusCode()).isEqualTo(503);
        assertThat(client.post(Backfills.proper()).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> post(String plan) throws IOException, InterruptedException {
        receiver.answerWith(FaultPlan.parse(plan));
        return client.post(Backfills.proper());
    }
}
