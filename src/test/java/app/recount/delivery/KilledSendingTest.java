package app.recount.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.delivery.SendingProcess.Moment;
import app.recount.payload.Digest;
import app.recount.rehearsal.Fault;
import app.recount.rehearsal.FaultPlan;
import app.recount.rehearsal.Reception;
import app.recount.rehearsal.RehearsalReceiver;
import app.recount.store.ProcessLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed at the worst moments, and what the next one finds. */
class KilledSendingTest {

    @TempDir
    Path folder;

    @AutoClose
    private Workbench bench;

    private RehearsalReceiver server;
    private final CountDownLatch received = new CountDownLatch(1);

    @BeforeEach
    void start() throws Exception {
        bench = new Workbench(folder).withDays(3);
        server = bench.receiver(_ -> received.countDown());
    }

    private void killAt(Moment moment) throws Exception {
        try (var child = Child.ready(bench, moment).send()) {
            assertThat(child.line()).isEqualTo("at " + moment);
        }
    }

    private Outcome sendWhatWaits() {
        var waiting = bench.waiting().getFirst();
        return bench.send(SendRequest.of(bench.request(), waiting.approval()));
    }

    private void assertWaits(WaitingDelivery.State state) {
        assertThat(bench.waiting())
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.state()).isEqualTo(state));
    }

    private List<Digest> bodies() {
        return server.receptions().stream()
                .map(Reception::body)
                .map(body -> Digest.of(body.bytes()))
                .toList();
    }

    private void assertDelivered(Outcome outcome, int requests) throws Exception {
        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        assertThat(outcome.requests()).isEqualTo(requests);
        assertEverythingIsInOrder();
    }

    private void assertEverythingIsInOrder() throws Exception {
        assertThat(bodies()).containsOnly(bench.preview().sealed().digest());
        assertThat(bench.marker()).contains("\"eventCount\": 4");
        assertThat(bench.waiting()).isEmpty();
        assertThat(bench.backfill().receipts().verify()).isInstanceOf(Verification.Intact.class);
        assertThat(bench.directory.path().toFile().list())
                .containsExactlyInAnyOrder("claude-mem.db", "telemetry.json", "backfill.json");
    }

    @Test
    void between_approval_and_sending_nothing_has_left_and_the_approved_bytes_wait() throws Exception {
        killAt(Moment.APPROVED);

        assertThat(server.receptions()).isEmpty();
        assertWaits(WaitingDelivery.State.NOT_STARTED);
        bench.withDays(1); // the database moves on
        var approved = bench.waiting().getFirst().approval().digest();

        assertThat(sendWhatWaits()).isInstanceOf(Outcome.Delivered.class);
        assertThat(bodies()).containsExactly(approved);
        assertThat(bench.receipts()).containsExactly("approved", "sent", "answer delivered", "marker_written");
    }

    @Test
    void right_before_the_first_byte_it_cannot_be_known_and_the_same_bytes_are_offered() throws Exception {
        killAt(Moment.BEFORE_WIRE);

        assertThat(server.receptions()).isEmpty();
        assertWaits(WaitingDelivery.State.INTERRUPTED);
        assertDelivered(sendWhatWaits(), 1);
        assertThat(bench.receipts()).containsExactly("approved", "sent", "sent", "answer delivered", "marker_written");
    }

    @Test
    void while_the_server_has_the_bytes_and_has_not_answered() throws Exception {
        server.answerWith(FaultPlan.firstly(Fault.silence(Fault.Before.ANSWERING)));
        try (var child = Child.ready(bench, Moment.NEVER).send()) {
            received.await();
            assertThat(bench.waiting().getFirst().state()).isEqualTo(WaitingDelivery.State.RUNNING);
            child.kill();
        }
        assertWaits(WaitingDelivery.State.INTERRUPTED);
        assertDelivered(sendWhatWaits(), 1);
        assertThat(bodies()).hasSize(2);
    }

    @Test
    void between_acknowledgement_and_marker_only_the_marker_is_written() throws Exception {
        killAt(Moment.ACKNOWLEDGED);

        assertWaits(WaitingDelivery.State.MARKER_MISSING);
        assertThat(bench.directory.marker()).doesNotExist();
        assertDelivered(sendWhatWaits(), 0);
        assertThat(bodies()).hasSize(1);
        assertThat(bench.receipts()).containsExactly("approved", "sent", "answer delivered", "marker_written");
    }

    @Test
    void between_the_receipt_and_the_marker_only_the_marker_is_written() throws Exception {
        killAt(Moment.BEFORE_MARKER);

        assertWaits(WaitingDelivery.State.MARKER_MISSING);
        assertDelivered(sendWhatWaits(), 0);
        assertThat(bodies()).hasSize(1);
        assertThat(bench.receipts()).containsExactly("approved", "sent", "answer delivered", "marker_written");
    }

    @Test
    void the_marker_alone_is_written_even_if_telemetry_was_switched_off_since() throws Exception {
        killAt(Moment.ACKNOWLEDGED);
        bench.variables.put("DO_NOT_TRACK", "1");
        bench.key = "";

        assertThat(sendWhatWaits()).isInstanceOf(Outcome.Delivered.class);
        assertThat(bench.directory.marker()).exists();
        assertThat(bodies()).hasSize(1);
    }

    @Test
    void after_the_marker_there_is_nothing_to_do_and_the_books_are_closed() throws Exception {
        killAt(Moment.AFTER_MARKER);
        var marker = bench.marker();

        assertThat(sendWhatWaits()).isInstanceOf(Outcome.NothingToDo.class);
        assertThat(bench.marker()).isEqualTo(marker);
        assertThat(bodies()).hasSize(1);
        assertThat(bench.receipts()).containsExactly("approved", "sent", "answer delivered", "marker_written");
        assertEverythingIsInOrder();
    }

    private Path leaveALock() throws Exception {
        return Files.writeString(bench.directory.path().resolve(".recount-sending.lock"), "");
    }

    @Test
    void a_lock_that_was_left_when_all_was_done_goes_with_the_next_although_there_is_nothing_to_do() throws Exception {
        assertThat(bench.previewAndSend()).isInstanceOf(Outcome.Delivered.class);
        leaveALock();

        assertThat(bench.previewAndSend()).isInstanceOf(Outcome.NothingToDo.class);
        assertEverythingIsInOrder();
    }

    @Test
    void a_lock_that_was_left_goes_with_the_next_although_nothing_may_be_sent() throws Exception {
        leaveALock();
        bench.variables.put("DO_NOT_TRACK", "1");

        assertThat(bench.previewAndSend()).isInstanceOf(Outcome.Refused.class);
        assertThat(bench.directory.path().toFile().list()).containsExactly("claude-mem.db");
    }

    @Test
    void what_cannot_be_cleared_away_is_no_failure_of_what_was_asked_for() throws Exception {
        assertThat(bench.previewAndSend()).isInstanceOf(Outcome.Delivered.class);
        Files.createSymbolicLink(bench.directory.path().resolve(".recount-sending.lock"), Path.of("gone/lock"));

        assertThat(bench.previewAndSend()).isInstanceOf(Outcome.NothingToDo.class);
    }

    @Test
    void the_lock_of_one_that_is_sending_and_what_a_dry_run_finds_stay() throws Exception {
        assertThat(bench.previewAndSend()).isInstanceOf(Outcome.Delivered.class);
        var lock = leaveALock();

        bench.send(SendRequest.of(bench.request(), bench.preview().approve(bench.text(), bench.clock.instant()))
                .asDryRun());
        assertThat(lock).exists();
        try (var _ = ProcessLock.tryTakeAsGuest(lock).orElseThrow()) {
            assertThat(bench.previewAndSend()).isInstanceOf(Outcome.NothingToDo.class);
            assertThat(lock).exists();
        }
    }

    @Test
    void half_files_that_were_left_go_with_the_next_and_nothing_else_does() throws Exception {
        assertThat(bench.previewAndSend()).isInstanceOf(Outcome.Delivered.class);
        var memory = bench.directory.path();
        var others =
                List.of(".backfill.json.tmp", ".backfill.json.1.tmp", halfOf("settings.json"), "backfill.json.tmp");
        for (var name : others) {
            Files.writeString(memory.resolve(name), "of claude-mem, say");
        }
        var kept = names(memory);
        var books = names(bench.home.approved());
        for (var name : List.of("backfill.json", "telemetry.json")) {
            Files.writeString(memory.resolve(halfOf(name)), "{");
        }
        for (var name : books) {
            Files.writeString(bench.home.approved().resolve(halfOf(name)), "{");
        }

        assertThat(bench.previewAndSend()).isInstanceOf(Outcome.NothingToDo.class);

        assertThat(names(memory)).isEqualTo(kept).containsAll(others);
        assertThat(names(bench.home.approved())).isEqualTo(books).hasSize(2);
    }

    private static String halfOf(String name) {
        return ".%s.%s.tmp".formatted(name, UUID.randomUUID());
    }

    private static Set<String> names(Path folder) {
        return Set.of(Objects.requireNonNull(folder.toFile().list()));
    }

    @Test
    void between_two_parts_only_the_second_is_sent() throws Exception {
        server.answerWith(FaultPlan.firstly(Fault.status(413)));
        killAt(Moment.ACKNOWLEDGED);
        assertThat(bench.waiting().getFirst().acknowledgedEvents()).isEqualTo(2);
        var whole = bench.preview().sealed();

        var outcome = sendWhatWaits();

        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        assertThat(bodies())
                .containsExactly(
                        whole.digest(),
                        whole.slice(0, 2).digest(),
                        whole.slice(2, 4).digest());
        assertThat(bench.marker()).contains("\"eventCount\": 4");
    }

    @Test
    void a_no_of_the_server_is_on_record_before_it_counts_as_the_end() throws Exception {
        server.answerWith(FaultPlan.always(Fault.status(400)));
        killAt(Moment.ONE_BOOK_CLOSED);

        assertThat(bench.receipts()).containsExactly("approved", "sent", "answer refused");
        assertWaits(WaitingDelivery.State.INTERRUPTED);
        assertThat(sendWhatWaits()).isInstanceOf(Outcome.Refused.class);
        assertThat(bench.receipts()).containsExactly("approved", "sent", "answer refused", "sent", "answer refused");
        assertThat(bench.waiting()).isEmpty();
        assertThat(bench.backfill().receipts().verify()).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void a_provisional_id_is_the_same_after_a_crash() throws Exception {
        killAt(Moment.BEFORE_WIRE);
        var id = bench.waiting().getFirst().approval().installId();
        assertThat(Files.readString(bench.directory.telemetryConfig())).contains(id);
        assertThat(bench.preview().payload().installId().value()).isEqualTo(id);
    }
}
