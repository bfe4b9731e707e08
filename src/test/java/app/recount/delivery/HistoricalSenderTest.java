package app.recount.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recount.Promise;
import app.recount.Proves;
import app.recount.delivery.TakenPart.Range;
import app.recount.payload.Digest;
import app.recount.payload.SealedPayload;
import app.recount.rehearsal.RehearsalReceiver;
import com.posthog.java.shaded.org.json.JSONObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What posthog-java's queue hands over is compared and never sent. */
@Proves(Promise.APPROVED_BYTES)
class HistoricalSenderTest {

    @TempDir
    Path folder;

    @AutoClose
    private Workbench bench;

    private RehearsalReceiver server;
    private SealedPayload payload;
    private final List<TakenPart> journal = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        bench = new Workbench(folder).withDays(3);
        server = bench.receiver();
        payload = bench.preview().sealed();
    }

    private HistoricalSender sender(Digest approved) {
        var parts = new PartSender(
                new HttpWire(bench.limits, "recount/9"),
                bench.request().destination(),
                RetryPolicy.standard(),
                (_, _) -> {},
                bench.clock,
                Optional::empty,
                SendWatch.NONE);
        return new HistoricalSender(payload, approved, List.of(new Range(0, 4)), parts, journal::add, SendWatch.NONE);
    }

    private static void assertRefused(HistoricalSender sender) {
        var stop = sender.result().orElseThrow().stop().orElseThrow();
        assertThat(stop.problem().code()).isEqualTo("DIGEST_CHANGED");
    }

    @Test
    void through_the_queue_the_sealed_bytes_leave_once() {
        var sender = sender(payload.digest());

        PostHogQueue.deliver(sender);

        assertThat(sender.result().orElseThrow().stop()).isEmpty();
        assertThat(server.receptions())
                .singleElement()
                .satisfies(reception -> assertThat(reception.body().bytes()).isEqualTo(payload.body()));
        assertThat(journal)
                .singleElement()
                .satisfies(part -> assertThat(part.range()).isEqualTo(new Range(0, 4)));
    }

    @Test
    void the_order_in_the_queue_does_not_matter() {
        var sender = sender(payload.digest());
        var shuffled = new ArrayList<>(sender.events());
        Collections.reverse(shuffled);

        assertThat(sender.send(shuffled)).isTrue();
        assertThat(server.receptions().getFirst().body().bytes()).isEqualTo(payload.body());
    }

    @Test
    void a_payload_that_is_not_the_approved_one_is_refused() {
        var sender = sender(Digest.of(new byte[0]));
        assertThat(sender.send(sender.events())).isFalse();
        assertRefused(sender);
        assertThat(server.receptions()).isEmpty();
    }

    @Test
    void a_queue_with_one_event_too_few_too_many_or_another_one_is_refused() {
        var events = sender(payload.digest()).events();
        var more = new ArrayList<>(events);
        more.add(events.getFirst());
        var other = new ArrayList<>(events.subList(1, 4));
        other.add(new JSONObject(events.getFirst().toString()).put("uuid", "1d86ac7a-ae0c-5bf0-9358-ff5a5f7787eb"));
        for (var queued : List.of(events.subList(0, 3), more, other)) {
            var sender = sender(payload.digest());
            assertThat(sender.send(queued)).isFalse();
            assertRefused(sender);
        }
        assertThat(server.receptions()).isEmpty();
    }

    @Test
    void a_queue_that_sends_twice_sends_once() {
        var sender = sender(payload.digest());
        sender.send(sender.events());
        sender.send(sender.events());
        assertRefused(sender);
        assertThat(server.receptions()).hasSize(1);
    }

    @Test
    void nothing_else_is_ever_posted() {
        assertThatThrownBy(() -> sender(payload.digest()).post("/decide/", "{}"))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
