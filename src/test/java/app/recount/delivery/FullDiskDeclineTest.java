package app.recount.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recount.consent.TelemetryConfig;
import app.recount.consent.TelemetryConfigFile;
import app.recount.delivery.Decline.Choice;
import app.recount.faults.FullDisk;
import app.recount.problem.ProblemException;
import app.recount.rehearsal.RehearsalReceiver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A no on a full disk must never end as less of a no than before. */
class FullDiskDeclineTest {

    /** Enough for the locks, and less than any receipt has. */
    private static final int ROOM = 70;

    /** Enough for the receipts and the store, and less than a telemetry.json with {@link #MUCH} in it. */
    private static final int ROOM_FOR_RECEIPTS = 700_000;

    private static final String MUCH = "a".repeat(ROOM_FOR_RECEIPTS);

    @TempDir
    Path folder;

    private Workbench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new Workbench(folder).withDays(3);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private void assertNotWritable(int room, String code, String text) throws Exception {
        bench.telemetryJson(text);
        var decline = bench.backfill().decline();
        bench.preview(); // opens the store, which keeps the id that is shown
        try (var _ = FullDisk.beyond(room)) {
            assertThatThrownBy(() -> decline.decline(bench.directory, Optional.empty(), new Choice(true, false)))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().code()).isEqualTo(code));
        }
        assertThat(bench.directory.telemetryConfig()).hasContent(text);
        assertThat(bench.directory.path().toFile().list()).containsExactlyInAnyOrder("claude-mem.db", "telemetry.json");
    }

    @Test
    void a_telemetry_json_that_was_understood_stays() throws Exception {
        assertNotWritable(
                ROOM_FOR_RECEIPTS,
                "TELEMETRY_CONFIG_NOT_WRITABLE",
                "{\"enabled\":true,\"installId\":\"a\",\"decidedAt\":\"\",\"other\":\"" + MUCH + "\"}");
        assertThat(bench.receipts()).containsExactly("declined", "declined failed");
        assertThat(bench.backfill().receipts().list().getLast().code()).contains("TELEMETRY_CONFIG_NOT_WRITABLE");
    }

    /** A no of which nobody would know does nothing. */
    @Test
    void without_room_for_the_receipt_nothing_is_changed() throws Exception {
        assertNotWritable(ROOM, "RECEIPTS_UNUSABLE", "{\"enabled\":true,\"installId\":\"a\",\"decidedAt\":\"\"}");
        assertThat(bench.receipts()).isEmpty();
    }

    /** Were it set aside without another one in its place, nothing would forbid telemetry any more. */
    @Test
    void a_telemetry_json_that_was_not_understood_stays_and_goes_on_forbidding() throws Exception {
        bench.telemetryJson("{\"enabled\": \"perhaps\"}");
        var file = new TelemetryConfigFile(bench.directory.telemetryConfig());
        try (var _ = FullDisk.beyond(ROOM)) {
            assertThatThrownBy(() -> file.decide(false, "a", bench.clock.instant()))
                    .isInstanceOf(ProblemException.class);
        }
        assertThat(bench.directory.telemetryConfig()).hasContent("{\"enabled\": \"perhaps\"}");
        assertThat(file.read()).isInstanceOf(TelemetryConfig.Malformed.class);

        var declined = bench.backfill().decline().decline(bench.directory, Optional.empty(), new Choice(true, false));

        assertThat(declined.setAside().orElseThrow()).hasContent("{\"enabled\": \"perhaps\"}");
        assertThat(Files.readString(bench.directory.telemetryConfig())).contains("\"enabled\": false");
    }

    @Test
    void a_clock_set_back_between_approval_and_sending_delivers_and_closes_the_books_once() throws Exception {
        try (var server = RehearsalReceiver.start(bench.clock)) {
            bench.sendingTo(server.destination());
            var shown = bench.preview();
            var request = SendRequest.of(bench.request(), shown.approve(bench.text(), bench.clock.instant()));
            bench.clock = Clock.offset(bench.clock, Duration.ofMinutes(-5));
            assertThat(bench.send(request)).isInstanceOf(Outcome.Delivered.class);
            assertThat(bench.receipts()).containsExactly("approved", "sent", "answer delivered", "marker_written");
            assertThat(bench.waiting()).isEmpty();
            assertThat(bench.send(bench.preview())).isInstanceOf(Outcome.NothingToDo.class);
            assertThat(bench.backfill().receipts().verify()).isInstanceOf(Verification.Intact.class);
        }
    }
}
