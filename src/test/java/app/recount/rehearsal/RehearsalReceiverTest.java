package app.recount.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import app.recount.problem.ProblemException;
import app.recount.rehearsal.RequestFinding.Code;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RehearsalReceiverTest {

    private final RehearsalReceiver receiver = RehearsalReceiver.start(Backfills.CLOCK);
    private final Client client = new Client(receiver);

    @AfterEach
    void close() {
        receiver.close();
        client.close();
    }

    @Test
    void a_proper_backfill_is_accepted_and_recorded_byte_for_byte() throws Exception {
        var body = Backfills.proper();

        var answer = client.post(body);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"Ok\"}");
        var reception = receiver.receptions().getFirst();
        assertThat(reception.findings()).isEmpty();
        assertThat(reception.method()).isEqualTo("POST");
        assertThat(reception.path()).isEqualTo("/batch/");
        assertThat(reception.header("content-length")).contains(Integer.toString(bytes(body).length));
        assertThat(reception.body().bytes()).isEqualTo(bytes(body));
        assertThat(reception.body().digest()).isEqualTo("sha256:" + sha256(body));
        assertThat(reception.events()).isEqualTo(2);
        assertThat(reception.status()).hasValue(200);
        assertThat(reception.at()).isEqualTo(Backfills.NOW);
    }

    @Test
    void a_listener_hears_of_each_request_before_its_answer() throws Exception {
        var heard = new LinkedBlockingQueue<Reception>();
        try (var listening = RehearsalReceiver.start(0, Backfills.CLOCK, heard::add);
                var other = new Client(listening)) {
            other.post(Backfills.proper());
            other.post("{}");

            assertThat(heard).extracting(Reception::number).containsExactly(1, 2);
            assertThat(heard).extracting(each -> each.status().orElseThrow()).containsExactly(200, 401);
        }
    }

    @Test
    void it_listens_on_127_0_0_1_only() {
        assertThat(receiver.destination().getHost()).isEqualTo("127.0.0.1");
        // a socket that listens on every address would be reached by the whole of 127/8
        assertThatThrownBy(() -> client.connect(2).close()).isInstanceOf(IOException.class);
    }

    @Test
    void a_port_that_is_taken_is_a_problem() {
        int port = receiver.destination().getPort();

        assertThatThrownBy(() -> RehearsalReceiver.start(port, Backfills.CLOCK, reception -> {}))
                .asInstanceOf(type(ProblemException.class))
                .extracting(e -> e.problem().code())
                .isEqualTo("REHEARSAL_PORT_TAKEN");
    }

    @Test
    void many_requests_at_once_are_all_recorded() throws Exception {
        var answers = IntStream.range(0, 50)
                .mapToObj(n -> client.postLater(Backfills.proper()))
                .toList();

        for (var answer : answers) {
            assertThat(answer.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
        assertThat(receiver.receptions().stream().map(Reception::number).distinct())
                .hasSize(50);
    }

    @Test
    void it_remembers_a_bounded_number_of_requests() throws Exception {
        for (int n = 0; n < 205; n++) {
            client.raw("GET / HTTP/1.1\r\n\r\n");
        }

        assertThat(receiver.receptions()).hasSize(200);
        assertThat(receiver.receptions().getLast().number()).isEqualTo(205);
    }

    @Test
    void it_remembers_a_bounded_number_of_bytes() throws Exception {
        for (int n = 0; n < 5; n++) {
            client.post(" ".repeat(19_000_000));
        }

        assertThat(receiver.receptions()).extracting(Reception::number).containsExactly(3, 4, 5);
    }

    @Test
    void a_body_larger_than_20_MB_is_refused_and_not_kept() throws Exception {
        var answer = client.post(" ".repeat(20_000_001));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(receiver.receptions().getFirst().body().length()).isZero();
        assertThat(receiver.receptions().getFirst().has(Code.BODY_TOO_LARGE)).isTrue();
    }

    @Test
    void a_request_without_a_length_is_refused() throws Exception {
        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes(Backfills.proper())));

        assertThat(client.send(client.request("/batch/").POST(chunked)).statusCode())
                .isEqualTo(411);
    }

    @Test
    void another_path_or_method_is_refused() throws Exception {
        var body = BodyPublishers.ofString(Backfills.proper());

        assertThat(client.send(client.request("/batch").POST(body)).statusCode())
                .isEqualTo(404);
        assertThat(client.send(client.request("/batch/").PUT(body)).statusCode())
                .isEqualTo(405);
        assertThat(client.send(client.request("/batch/").GET()).statusCode()).isEqualTo(405);
    }

    @Test
    void a_compressed_body_is_refused_because_it_is_not_what_was_approved() throws Exception {
        var request = client.request("/batch/")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(new byte[] {31, (byte) 139, 8}));

        assertThat(client.send(request).statusCode()).isEqualTo(415);
    }

    @Test
    void a_client_that_waits_for_permission_to_send_its_body_gets_it() throws Exception {
        var request = client.request("/batch/").expectContinue(true).POST(BodyPublishers.ofString(Backfills.proper()));

        assertThat(client.send(request).statusCode()).isEqualTo(200);
    }

    @Test
    void a_client_that_breaks_off_is_recorded_as_cut_short() throws Exception {
        for (var beginning :
                List.of("POST /bat", "POST /batch/ HTTP/1.1\r\nContent-Length: 100\r\n\r\n{\"api_key\":")) {
            int before = receiver.receptions().size();
            try (var socket = client.connect(1)) {
                socket.getOutputStream().write(bytes(beginning));
            }
            client.awaitReceptions(before + 1);
            assertThat(receiver.receptions().getLast().has(Code.CUT_SHORT))
                    .as(beginning)
                    .isTrue();
        }
    }

    @Test
    void what_is_not_HTTP_is_answered_as_bad() throws Exception {
        assertThat(client.raw("\u0016\u0003\u0001 TLS hello\r\n\r\n")).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void headers_without_end_are_not_read_to_their_end() throws Exception {
        var tooLong = "POST /batch/ HTTP/1.1\r\nX: ";

        assertThat(client.raw(tooLong + "x".repeat(32_001 - tooLong.length()))).startsWith("HTTP/1.1 431 ");
    }

    @Test
    void closing_ends_connections_that_are_kept_waiting() throws Exception {
        receiver.answerWith(FaultPlan.always(Fault.silence(Fault.Before.ANSWERING)));
        var answer = client.postLater(Backfills.proper());
        client.awaitReceptions(1);

        receiver.close();

        assertThatThrownBy(() -> answer.get(60, TimeUnit.SECONDS)).hasCauseInstanceOf(IOException.class);
        assertThatThrownBy(() -> client.post("{}")).isInstanceOf(IOException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
    }
}
