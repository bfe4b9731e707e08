package app.recount.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recount.Promise;
import app.recount.Proves;
import app.recount.payload.Destination;
import app.recount.payload.Digest;
import app.recount.rehearsal.Fault;
import app.recount.rehearsal.Fault.Before;
import app.recount.rehearsal.Fault.Moment;
import app.recount.rehearsal.Fault.Part;
import app.recount.rehearsal.FaultPlan;
import app.recount.rehearsal.Header;
import app.recount.rehearsal.RehearsalReceiver;
import app.recount.text.Texts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpWireTest {

    private static final byte[] BODY = """
            {"api_key":"phc_k","historical_migration":true,"batch":[{"event":"historical_activity","distinct_id":"i",\
            "uuid":"1d86ac7a-ae0c-5bf0-9358-ff5a5f7787eb","timestamp":"2025-05-11T12:00:00.000Z","properties":{}}]}\
            """.getBytes(UTF_8);
    private static final Duration LONG = Duration.ofMinutes(2);

    /** Long enough to connect on a busy machine. */
    private static final Duration SHORT = Duration.ofMillis(1500);

    private RehearsalReceiver server;

    /** The first request of a process loads hundreds of classes; it is not to be measured. */
    @BeforeAll
    static void load_the_client() {
        try (var receiver = RehearsalReceiver.start(Clock.systemUTC())) {
            wire(LONG).post(to(receiver.destination()), BODY, Digest.of(BODY), () -> false);
        }
    }

    @BeforeEach
    void start() {
        server = RehearsalReceiver.start(Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static HttpWire wire(Duration whole) {
        return new HttpWire(new HttpWire.Limits(Duration.ofSeconds(5), whole, 50_000_000), "recount/9");
    }

    private static Destination to(URI host) {
        return Destination.at(host.toString(), Destination.Origin.ENVIRONMENT);
    }

    private Reply post(Duration whole, byte[] body) {
        return wire(whole).post(to(server.destination()), body, Digest.of(body), () -> false);
    }

    private Reply post(Fault fault) {
        server.answerWith(FaultPlan.always(fault));
        return post(LONG, BODY);
    }

    @Test
    @Proves(Promise.APPROVED_REQUEST)
    void a_request_carries_the_bytes_their_length_and_who_sends_them_and_nothing_else_of_interest() {
        post(LONG, BODY);

        var reception = server.receptions().getFirst();
        assertThat(reception.method()).isEqualTo("POST");
        assertThat(reception.path()).isEqualTo("/batch/");
        assertThat(reception.body().bytes()).isEqualTo(BODY);
        assertThat(reception.header("Content-Length")).contains(String.valueOf(BODY.length));
        assertThat(reception.header("Content-Type")).contains("application/json");
        assertThat(reception.header("User-Agent")).contains("recount/9");
        assertThat(reception.headers().stream().map(header -> header.name().toLowerCase(Locale.ROOT)))
                .containsExactlyInAnyOrder("host", "content-length", "content-type", "user-agent");
    }

    @Test
    @Proves(Promise.APPROVED_BYTES)
    void other_bytes_than_the_approved_ones_are_not_let_out() {
        assertThatThrownBy(() ->
                        wire(LONG).post(to(server.destination()), "x".getBytes(UTF_8), Digest.of(BODY), () -> false))
                .isInstanceOf(IllegalStateException.class);
        assertThat(server.receptions()).isEmpty();
    }

    @Test
    void an_answer_comes_with_its_status_body_and_wish_to_wait() {
        assertThat(post(Fault.retryAfter(503, 7))).isInstanceOfSatisfying(Reply.Answer.class, answer -> {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.retryAfter()).contains("7");
            assertThat(answer.body()).contains("503");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    @Proves(Promise.APPROVED_DESTINATION)
    void a_redirect_is_an_answer_and_nobody_else_is_contacted(int status) throws IOException {
        try (var elsewhere = RehearsalReceiver.start(Clock.systemUTC())) {
            var location = new Header("Location", elsewhere.destination() + "/batch/");
            server.answerWith(FaultPlan.always(new Fault.Answer(status, List.of(location), "")));

            assertThat(post(LONG, BODY))
                    .isInstanceOfSatisfying(
                            Reply.Answer.class,
                            reply -> assertThat(reply.status()).isEqualTo(status));
            assertThat(elsewhere.receptions()).isEmpty();
            assertThat(server.receptions()).hasSize(1);
        }
    }

    @Test
    void a_refused_connection_means_that_nothing_was_sent() throws IOException {
        URI closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        assertThat(wire(LONG).post(to(closed), BODY, Digest.of(BODY), () -> false))
                .isInstanceOfSatisfying(
                        Reply.NotSent.class,
                        reply -> assertThat(new Texts().say(reply.why())).contains("refused"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Moment.class,
            names = {"WHILE_READING", "AFTER_READING", "RESET_AFTER_READING", "IN_HEADERS", "IN_BODY"})
    void a_connection_that_is_cut_once_bytes_have_left_leaves_it_open(Moment moment) {
        assertThat(post(Fault.cut(moment))).isInstanceOf(Reply.NoAnswer.class);
        assertThat(server.receptions())
                .as("no attempt of its own is made by the client")
                .hasSize(1);
    }

    @Test
    void an_answer_that_is_no_http_leaves_it_open() {
        assertThat(post(new Fault.NotHttp())).isInstanceOf(Reply.NoAnswer.class);
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void slowness_of_any_part_ends_at_the_deadline(Part part) {
        server.answerWith(FaultPlan.always(Fault.slow(part, Duration.ofSeconds(20))));
        var body = (new String(BODY, UTF_8) + " ".repeat(20_000)).getBytes(UTF_8);

        assertThat(post(SHORT, body))
                .isInstanceOfSatisfying(
                        Reply.NoAnswer.class,
                        reply -> assertThat(reply.millis()).isBetween(SHORT.toMillis(), 19_000L));
    }

    @Test
    void a_body_that_trickles_is_ended_though_bytes_keep_coming() {
        server.answerWith(FaultPlan.always(Fault.slow(Part.BODY, Duration.ofMillis(250))));

        assertThat(post(SHORT, BODY)).isInstanceOf(Reply.NoAnswer.class);
    }

    @ParameterizedTest
    @EnumSource(Before.class)
    void a_server_that_falls_silent_is_left_at_the_deadline(Before before) {
        server.answerWith(FaultPlan.always(Fault.silence(before)));
        // more than the buffers of the connection hold, so that writing gets stuck where nobody reads
        assertThat(post(SHORT, new byte[15_000_000])).isInstanceOf(Reply.NoAnswer.class);
    }

    @Test
    void an_answer_without_end_is_cut_off() {
        assertThat(post(new Fault.Endless()))
                .isInstanceOfSatisfying(
                        Reply.Answer.class, answer -> assertThat(answer.body()).hasSize(BoundedAnswer.LARGEST));
    }

    @Test
    void a_definite_status_counts_even_if_its_body_never_ends() throws IOException {
        try (var raw = RawServer.answering("HTTP/1.1 401 Unauthorized\r\nContent-Length: 500\r\n\r\n{\"half\"")) {
            var reply = wire(SHORT).post(to(raw.address()), BODY, Digest.of(BODY), () -> false);

            assertThat(reply).isInstanceOfSatisfying(Reply.Answer.class, answer -> {
                assertThat(answer.status()).isEqualTo(401);
                assertThat(answer.body()).isEqualTo("{\"half\"");
            });
        }
    }

    @Test
    @Proves(Promise.APPROVED_DESTINATION)
    void a_challenge_is_not_answered() throws IOException {
        try (var raw = RawServer.answering(
                "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(wire(LONG).post(to(raw.address()), BODY, Digest.of(BODY), () -> false))
                    .isInstanceOf(Reply.Answer.class);
            assertThat(raw.connections()).isEqualTo(1);
        }
    }

    @Test
    void cancelling_ends_a_waiting_request_at_once() {
        server.answerWith(FaultPlan.always(Fault.silence(Before.ANSWERING)));
        var asked = new AtomicInteger();

        var reply = wire(LONG)
                .post(
                        to(server.destination()),
                        BODY,
                        Digest.of(BODY),
                        () -> asked.incrementAndGet() > 3
                                && !server.receptions().isEmpty());

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.NoAnswer.class,
                        answer -> assertThat(new Texts().say(answer.why())).contains("cancelled"));
    }

    @Test
    @Proves(Promise.TLS_OR_LOOPBACK)
    void localhost_is_connected_to_at_the_loopback_address_that_it_was_found_to_be() {
        var destination =
                to(URI.create("http://localhost:" + server.destination().getPort()));

        assertThat(wire(LONG).post(destination, BODY, Digest.of(BODY), () -> false))
                .isInstanceOf(Reply.Answer.class);
        assertThat(server.receptions().getFirst().header("Host"))
                .hasValueSatisfying(host -> assertThat(host).startsWith("127.0.0.1:"));
    }

    @Test
    @Proves(Promise.TLS_OR_LOOPBACK)
    void without_tls_on_the_other_side_nothing_of_the_body_leaves() throws IOException {
        try (var raw = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            var destination = to(URI.create("https://127.0.0.1:" + raw.address().getPort()));

            var reply = wire(LONG).post(destination, BODY, Digest.of(BODY), () -> false);

            assertThat(reply).isInstanceOf(Reply.NotSent.class);
            assertThat(raw.received()).doesNotContain("api_key");
        }
    }

    @Test
    void a_handshake_that_never_ends_means_that_nothing_was_sent() throws IOException {
        try (var raw = RawServer.answering("")) {
            var destination = to(URI.create("https://127.0.0.1:" + raw.address().getPort()));

            assertThat(wire(SHORT).post(destination, BODY, Digest.of(BODY), () -> false))
                    .isInstanceOf(Reply.NotSent.class);
        }
    }

    @Test
    void cancelled_before_it_began_means_that_nothing_was_sent_or_that_it_is_open() {
        server.answerWith(FaultPlan.always(Fault.silence(Before.ANSWERING)));
        var cancelled = new AtomicBoolean(true);

        assertThat(wire(LONG).post(to(server.destination()), BODY, Digest.of(BODY), cancelled::get))
                .isNotInstanceOf(Reply.Answer.class);
    }
}
