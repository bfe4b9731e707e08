package app.recount.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.payload.Digest;
import app.recount.rehearsal.RehearsalReceiver;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, from a yes to a marker. */
class DeliveryTest {

    @TempDir
    Path folder;

    @AutoClose
    private Workbench bench;

    private RehearsalReceiver server;

    @BeforeEach
    void start() throws Exception {
        bench = new Workbench(folder).withDays(3);
        server = bench.receiver();
    }

    @Test
    void what_was_approved_arrives_byte_for_byte_and_the_marker_is_written() throws Exception {
        var shown = bench.preview();

        var outcome = bench.send(shown);

        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        assertThat(outcome.requests()).isEqualTo(1);
        assertThat(server.receptions()).singleElement().satisfies(reception -> {
            assertThat(reception.findings()).isEmpty();
            assertThat(reception.events()).isEqualTo(4);
            assertThat(Digest.of(reception.body().bytes()))
                    .isEqualTo(shown.sealed().digest());
        });
        assertThat(bench.marker())
                .isEqualTo("""
                {
                  "completedAt": "2026-06-01T10:00:00.000Z",
                  "throughDay": "2026-05-29",
                  "eventCount": 4,
                  "installId": "%s",
                  "version": 2
                }
                """.formatted(shown.payload().installId().value()));
        assertThat(bench.receipts()).containsExactly("approved", "sent", "answer delivered", "marker_written");
        assertThat(bench.waiting()).isEmpty();
        assertThat(bench.backfill().receipts().verify()).isInstanceOf(Verification.Intact.class);
        assertThat(bench.directory.path().toFile().list())
                .containsExactlyInAnyOrder("claude-mem.db", "telemetry.json", "backfill.json");
    }
}
