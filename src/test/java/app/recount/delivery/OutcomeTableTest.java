package app.recount.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.Await;
import app.recount.Promise;
import app.recount.Proves;
import app.recount.delivery.Outcome.By;
import app.recount.payload.Digest;
import app.recount.rehearsal.Fault;
import app.recount.rehearsal.Fault.Before;
import app.recount.rehearsal.Fault.Moment;
import app.recount.rehearsal.FaultPlan;
import app.recount.rehearsal.Reception;
import app.recount.rehearsal.RehearsalReceiver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a sending ends, by what the server and the network do. */
class OutcomeTableTest {

    @TempDir
    Path folder;

    @AutoClose
    private Workbench bench;

    private RehearsalReceiver server;

    @BeforeEach
    void start() throws Exception {
        bench = new Workbench(folder).withDays(8);
        server = bench.receiver();
    }

    private Outcome sendWith(FaultPlan plan) {
        server.answerWith(plan);
        return bench.previewAndSend();
    }

    private static void assertRefused(Outcome outcome, By by, String code) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.by()).isEqualTo(by);
            assertThat(refused.problem().code()).isEqualTo(code);
        });
    }

    private static void assertUnknown(Outcome outcome, String code) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Unknown.class,
                        unknown -> assertThat(unknown.problem().code()).isEqualTo(code));
    }

    private List<Digest> received() {
        return server.receptions().stream()
                .map(reception -> Digest.of(reception.body().bytes()))
                .toList();
    }

    private void assertNothingIsMarked() {
        assertThat(bench.directory.marker()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"status\":1}", "{\"status\":\"Ok\",\"quota_limited\":[]}"})
    void an_answer_that_means_accepted_is_delivered(String body) {
        assertThat(sendWith(FaultPlan.always(Fault.json(200, body)))).isInstanceOf(Outcome.Delivered.class);
        assertThat(bench.directory.marker()).exists();
    }

    @Test
    void no_content_is_delivered() {
        assertThat(sendWith(FaultPlan.always(Fault.status(204)))).isInstanceOf(Outcome.Delivered.class);
    }

    @ParameterizedTest
    @CsvSource({
        "400, HTTP_400",
        "401, HTTP_401",
        "403, HTTP_403",
        "404, HTTP_404",
        "422, HTTP_422",
        "301, REDIRECTED",
        "302, REDIRECTED",
        "307, REDIRECTED",
        "308, REDIRECTED"
    })
    void a_definite_no_is_not_tried_again(int status, String code) {
        assertRefused(sendWith(FaultPlan.always(Fault.status(status))), By.SERVER, code);
        assertThat(server.receptions()).hasSize(1);
        assertNothingIsMarked();
        assertThat(bench.waiting()).isEmpty();
        assertThat(bench.receipts()).containsExactly("approved", "sent", "answer refused");
    }

    @Test
    void dropped_events_are_a_no_although_the_status_is_200() {
        assertRefused(sendWith(FaultPlan.always(Fault.quotaLimited())), By.SERVER, "QUOTA_LIMITED");
        assertNothingIsMarked();
    }

    @Test
    void a_login_page_is_a_no() {
        assertRefused(sendWith(FaultPlan.always(Fault.portal())), By.SERVER, "NOT_POSTHOG");
        assertRefused(sendWith(FaultPlan.always(Fault.emptyAnswer())), By.SERVER, "NOT_POSTHOG");
        assertRefused(sendWith(FaultPlan.always(new Fault.Endless())), By.SERVER, "NOT_POSTHOG");
        assertNothingIsMarked();
    }

    @Test
    void the_answer_of_a_refusal_is_kept_for_the_user() {
        assertThat(sendWith(FaultPlan.always(Fault.json(400, "{\"detail\":\"bad\"}"))))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.answer()).contains("{\"detail\":\"bad\"}"));
        var answer = bench.backfill().receipts().list().getLast();
        assertThat(answer.code()).contains("HTTP_400");
        assertThat(answer.reason()).contains("The server found the payload wrong (400).");
        assertThat(answer.parts()).singleElement().satisfies(part -> {
            assertThat(part.status()).contains(400);
            assertThat(part.answer()).isEqualTo("{\"detail\":\"bad\"}");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void a_fault_that_lasts_to_the_end_of_the_attempts_is_refused_and_safe_to_repeat(int status) {
        assertRefused(sendWith(FaultPlan.always(Fault.status(status))), By.UNREACHABLE, "HTTP_" + status);
        assertThat(received()).hasSize(4).containsOnly(bench.preview().sealed().digest());
        assertThat(bench.pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertNothingIsMarked();
        assertThat(bench.waiting()).isEmpty();
    }

    @Test
    @Proves(Promise.APPROVED_BYTES)
    void a_fault_that_passes_is_delivered_with_the_same_bytes() {
        var outcome = sendWith(
                FaultPlan.firstly(Fault.status(503), Fault.cut(Moment.AFTER_READING), Fault.status(429), Fault.none()));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Delivered.class, delivered -> {
            assertThat(delivered.requests()).isEqualTo(4);
            assertThat(delivered.acknowledgements())
                    .singleElement()
                    .satisfies(yes -> assertThat(yes.retries()).isEqualTo(3));
        });
        assertThat(received()).hasSize(4).containsOnly(outcome.digest());
    }

    @Test
    void a_pause_is_as_long_as_the_server_asks() {
        sendWith(FaultPlan.firstly(Fault.retryAfter(429, 17), Fault.retryAfter(503, 1)));
        assertThat(bench.pauses).containsExactly(Duration.ofSeconds(17), Duration.ofSeconds(2));
    }

    @Test
    void a_server_that_asks_for_an_hour_is_not_waited_for() {
        assertRefused(sendWith(FaultPlan.always(Fault.retryAfter(429, 3600))), By.UNREACHABLE, "HTTP_429");
        assertThat(server.receptions()).hasSize(1);
    }

    @Test
    void a_connection_that_is_refused_means_that_nothing_was_sent() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            bench.sendingTo(URI.create("http://127.0.0.1:" + socket.getLocalPort()));
        }
        var outcome = bench.previewAndSend();

        assertRefused(outcome, By.UNREACHABLE, "NOT_CONNECTED");
        assertThat(outcome.requests()).isZero();
        assertThat(bench.pauses).hasSize(3);
        assertThat(bench.waiting()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Moment.class,
            names = {"WHILE_READING", "AFTER_READING", "RESET_AFTER_READING", "IN_HEADERS", "IN_BODY"})
    void a_connection_that_is_lost_once_bytes_have_left_is_unknown(Moment moment) {
        assertUnknown(sendWith(FaultPlan.always(Fault.cut(moment))), "NO_ANSWER");
        assertNothingIsMarked();
        assertThat(bench.waiting())
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.state()).isEqualTo(WaitingDelivery.State.UNANSWERED));
        assertThat(bench.receipts()).containsExactly("approved", "sent", "answer unknown");
    }

    @Test
    void a_server_that_never_answers_is_unknown() {
        bench.limits = new HttpWire.Limits(Duration.ofSeconds(5), Duration.ofSeconds(2), 50_000_000);
        bench.attempts = 2;
        assertUnknown(sendWith(FaultPlan.always(Fault.silence(Before.ANSWERING))), "NO_ANSWER");
        assertThat(server.receptions()).hasSize(2);
    }

    @Test
    void one_attempt_without_an_answer_keeps_it_unknown_even_if_the_later_ones_say_busy() {
        var plan = new FaultPlan(List.of(Fault.cut(Moment.AFTER_READING)), Fault.status(503));
        assertUnknown(sendWith(plan), "HTTP_503");
    }

    @Test
    void a_definite_no_after_an_attempt_without_an_answer_is_a_no() {
        var plan = new FaultPlan(List.of(Fault.cut(Moment.AFTER_READING)), Fault.status(401));
        assertRefused(sendWith(plan), By.SERVER, "HTTP_401");
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504})
    void a_gateway_that_gives_up_does_not_know_what_was_done_with_the_bytes(int status) {
        assertUnknown(sendWith(FaultPlan.always(Fault.status(status))), "HTTP_" + status);
        assertThat(bench.waiting()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"portal, NOT_POSTHOG", "http-302, REDIRECTED", "quota-limited, QUOTA_LIMITED"})
    void an_answer_that_does_not_speak_for_earlier_attempts_leaves_them_unknown(String fault, String code) {
        var shown = bench.preview();
        server.answerWith(FaultPlan.parse("cut-after-reading," + fault));
        assertUnknown(bench.send(shown), code);

        server.answerWith(FaultPlan.parse(fault));
        assertUnknown(bench.send(shown), code);
        assertThat(bench.waiting()).hasSize(1);
        assertThat(bench.receipts()).containsExactly("approved", "sent", "answer unknown", "sent", "answer unknown");
    }

    @Test
    void what_was_acknowledged_is_told_of_when_a_gate_closes_before_the_rest() {
        var shown = bench.preview();
        sendWith(new FaultPlan(List.of(Fault.status(413), Fault.none()), Fault.status(400)));
        bench.variables.put("DO_NOT_TRACK", "1");

        var outcome =
                bench.send(SendRequest.ofDigest(bench.request(), shown.sealed().digest()));

        assertUnknown(outcome, "PARTLY_ACKNOWLEDGED");
        assertThat(((Outcome.Unknown) outcome).acknowledgements()).hasSize(1);
    }

    @Test
    void a_delivery_in_very_many_parts_can_be_read_again_whatever_the_server_says_of_each() throws Exception {
        bench.clock = Clock.offset(bench.clock, Duration.ofDays(800));
        bench.withDays(480);
        var shown = bench.preview();
        var yes = Fault.json(200, "{\"status\":\"Ok\",\"why\":\"" + "x".repeat(3000) + "\"}");
        var steps = new ArrayList<Fault>();
        parts(shown.sealed().eventCount(), yes, steps);
        server.answerWith(new FaultPlan(steps, yes));

        assertThat(bench.send(shown)).isInstanceOf(Outcome.Delivered.class);
        assertThat(shown.sealed().eventCount()).isEqualTo(481);
        assertThat(bench.waiting()).isEmpty();
        assertThat(bench.send(shown)).isInstanceOf(Outcome.NothingToDo.class);
    }

    /** What a server says that takes one event at a time. */
    private static void parts(int events, Fault yes, List<Fault> steps) {
        if (events == 1) {
            steps.add(yes);
            return;
        }
        steps.add(Fault.status(413));
        parts(events / 2, yes, steps);
        parts(events - events / 2, yes, steps);
    }

    @Test
    @Proves(Promise.APPROVED_BYTES)
    void sending_again_after_unknown_sends_the_same_bytes_even_if_the_database_has_moved_on() throws Exception {
        var shown = bench.preview();
        server.answerWith(FaultPlan.always(Fault.cut(Moment.AFTER_READING)));
        bench.send(shown);
        bench.withDays(20);
        server.answerWith(FaultPlan.always(Fault.none()));

        var outcome =
                bench.send(SendRequest.ofDigest(bench.request(), shown.sealed().digest()));

        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        assertThat(received()).containsOnly(shown.sealed().digest());
        assertThat(bench.marker()).contains("\"eventCount\": 9");
        assertThat(bench.receipts())
                .containsExactly("approved", "sent", "answer unknown", "sent", "answer delivered", "marker_written");
        assertThat(bench.waiting()).isEmpty();
    }

    @Test
    void sending_again_after_unknown_works_even_if_the_database_is_gone() throws Exception {
        var shown = bench.preview();
        server.answerWith(FaultPlan.always(Fault.cut(Moment.AFTER_READING)));
        bench.send(shown);
        Files.delete(bench.directory.database());
        server.answerWith(FaultPlan.always(Fault.none()));

        var waiting = bench.waiting().getFirst();
        assertThat(bench.send(SendRequest.of(bench.request(), waiting.approval())))
                .isInstanceOf(Outcome.Delivered.class);
        assertThat(received()).containsOnly(shown.sealed().digest());
    }

    @Test
    void after_unknown_a_refused_connection_stays_unknown_and_keeps_waiting() throws IOException {
        var shown = bench.preview();
        server.answerWith(FaultPlan.always(Fault.cut(Moment.AFTER_READING)));
        bench.send(shown);
        server.close();

        var outcome =
                bench.send(SendRequest.ofDigest(bench.request(), shown.sealed().digest()));

        assertUnknown(outcome, "NOT_CONNECTED");
        assertThat(outcome.requests()).isZero();
        assertThat(bench.waiting()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 8})
    @Proves(Promise.APPROVED_BYTES)
    void a_payload_that_is_too_large_arrives_in_parts_in_order_and_nothing_twice(int eventsThatFit) throws IOException {
        var shown = bench.preview();
        // an envelope and so many of the largest event
        long bytes = shown.sealed().slice(0, eventsThatFit).size();
        var outcome = sendWith(FaultPlan.always(new Fault.TooLarge(bytes)));

        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        var delivered = (Outcome.Delivered) outcome;
        assertThat(delivered.acknowledgements()).hasSizeGreaterThan(1);
        assertThat(delivered.acknowledgements().stream()
                        .mapToInt(Outcome.Acknowledgement::events)
                        .sum())
                .isEqualTo(9);
        var taken = server.receptions().stream()
                .filter(reception -> reception.status().orElse(0) == 200)
                .toList();
        assertThat(taken.stream().map(reception -> Digest.of(reception.body().bytes())))
                .containsExactlyElementsOf(delivered.acknowledgements().stream()
                        .map(Outcome.Acknowledgement::part)
                        .toList());
        assertThat(taken.stream().map(OutcomeTableTest::events).reduce("", String::concat))
                .isEqualTo(events(new String(shown.sealed().body(), UTF_8)));
        assertThat(bench.marker()).contains("\"eventCount\": 9");
    }

    /** The events of a body, each followed by a comma. */
    private static String events(Reception reception) {
        return events(new String(reception.body().bytes(), UTF_8));
    }

    private static String events(String body) {
        return body.substring(body.indexOf('[') + 1, body.lastIndexOf(']')) + ",";
    }

    @Test
    void a_single_event_that_is_too_large_stops() {
        var outcome = sendWith(FaultPlan.always(Fault.status(413)));

        assertRefused(outcome, By.SERVER, "EVENT_TOO_LARGE");
        assertThat(outcome.requests()).as("9, 4, 2, 1").isEqualTo(4);
        assertNothingIsMarked();
    }

    @Test
    void some_parts_acknowledged_and_another_refused_is_unknown_whatever_the_reason() {
        var outcome = sendWith(new FaultPlan(List.of(Fault.status(413), Fault.none()), Fault.status(400)));

        assertUnknown(outcome, "PARTLY_ACKNOWLEDGED");
        assertThat(((Outcome.Unknown) outcome).acknowledgements())
                .singleElement()
                .satisfies(yes -> assertThat(yes.events()).isEqualTo(4));
        assertNothingIsMarked();
        assertThat(bench.waiting())
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.acknowledgedEvents()).isEqualTo(4));
    }

    @Test
    void only_the_missing_part_is_sent_again() {
        var shown = bench.preview();
        sendWith(new FaultPlan(List.of(Fault.status(413), Fault.none()), Fault.status(503)));
        server.answerWith(FaultPlan.always(Fault.none()));

        var outcome =
                bench.send(SendRequest.ofDigest(bench.request(), shown.sealed().digest()));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Delivered.class, delivered -> {
            assertThat(delivered.requests()).isEqualTo(1);
            assertThat(delivered.acknowledgements().stream().map(Outcome.Acknowledgement::events))
                    .containsExactly(4, 5);
        });
        assertThat(received().getLast()).isEqualTo(shown.sealed().slice(4, 9).digest());
    }

    @Test
    void cancelling_while_the_server_is_silent_is_unknown() {
        server.answerWith(FaultPlan.always(Fault.silence(Before.ANSWERING)));
        var shown = bench.preview();

        var outcome = bench.backfill()
                .delivery()
                .send(
                        SendRequest.of(bench.request(), shown.approve(bench.text(), bench.clock.instant())),
                        new SendWatch() {
                            @Override
                            public void report(SendStep step) {}

                            @Override
                            public boolean isCancelled() {
                                return !server.receptions().isEmpty();
                            }
                        });

        assertUnknown(outcome, "CANCELLED");
        assertThat(bench.waiting()).hasSize(1);
    }

    @Test
    void cancelling_in_a_pause_after_a_busy_answer_is_refused() {
        server.answerWith(FaultPlan.always(Fault.status(503)));
        var shown = bench.preview();
        var pauses = new AtomicInteger();

        var outcome = bench.backfill()
                .delivery()
                .send(
                        SendRequest.of(bench.request(), shown.approve(bench.text(), bench.clock.instant())),
                        new SendWatch() {
                            @Override
                            public void report(SendStep step) {
                                if (step instanceof SendStep.Pausing) {
                                    pauses.incrementAndGet();
                                }
                            }

                            @Override
                            public boolean isCancelled() {
                                return pauses.get() > 0;
                            }
                        });

        assertRefused(outcome, By.GATE, "CANCELLED");
        assertThat(server.receptions()).hasSize(1);
    }

    @Test
    void an_interrupt_of_the_calling_thread_ends_it_and_is_not_lost() throws InterruptedException {
        server.answerWith(FaultPlan.always(Fault.silence(Before.ANSWERING)));
        var shown = bench.preview();
        var outcome = new AtomicReference<Outcome>();
        var interrupted = new AtomicBoolean();
        var sending = Thread.ofPlatform().start(() -> {
            outcome.set(bench.send(shown));
            interrupted.set(Thread.currentThread().isInterrupted());
        });
        Await.until(() -> !server.receptions().isEmpty());

        sending.interrupt();
        sending.join();

        assertUnknown(outcome.get(), "CANCELLED");
        assertThat(interrupted).isTrue();
    }
}
