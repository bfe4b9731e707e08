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

    /** Enough for the locks, and less than any telemetry.json has. */
    private static final int ROOM = 70;

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

    private void assertNotWritable(String text) throws Exception {
        bench.telemetryJson(text);
        var decline = bench.backfill().decline();
        bench.preview(); // opens the store, which keeps the id that is shown
        try (var _ = FullDisk.beyond(ROOM)) {
            assertThatThrownBy(() -> decline.decline(bench.directory, Optional.empty(), new Choice(true, false)))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().code()).isEqualTo("TELEMETRY_CONFIG_NOT_WRITABLE"));
        }
        assertThat(bench.directory.telemetryConfig()).hasContent(text);
        assertThat(bench.directory.path().toFile().list()).containsExactlyInAnyOrder("claude-mem.db", "telemetry.json");
    }

    @Test
    void a_telemetry_json_that_was_understood_stays() throws Exception {
        assertNotWritable("{\"enabled\":true,\"installId\":\"a\",\"decidedAt\":\"\"}");
    }

    /** Were it set aside without another one in its place, nothing would forbid telemetry any more. */
    @Test
    void a_telemetry_json_that_was_not_understood_stays_and_goes_on_forbidding() throws Exception {
        assertNotWritable("{\"enabled\": \"perhaps\"}");
        assertThat(new TelemetryConfigFile(bench.directory.telemetryConfig()).read())
                .isInstanceOf(TelemetryConfig.Malformed.class);

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
