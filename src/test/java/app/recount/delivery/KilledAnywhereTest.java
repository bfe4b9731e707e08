package app.recount.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.delivery.SendingProcess.Moment;
import app.recount.faults.Points;
import app.recount.rehearsal.Fault;
import app.recount.rehearsal.FaultPlan;
import app.recount.rehearsal.RehearsalReceiver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed while sending, at moments that nobody chose; {@link KilledSendingTest} has the chosen ones. */
class KilledAnywhereTest {

    @TempDir
    Path folder;

    /** How long a sending takes here and now, as far as is known. */
    private long duration = 300_000_000;

    @Test
    void at_a_few_moments() throws Exception {
        kill(Points.few("killed while sending", 2));
    }

    @Test
    @Tag("stress")
    void at_many_moments() throws Exception {
        kill(Points.many("killed while sending"));
    }

    @Test
    void at_a_few_moments_where_the_server_refuses() throws Exception {
        killRefused(Points.few("killed while being refused", 2));
    }

    @Test
    @Tag("stress")
    void at_many_moments_where_the_server_refuses() throws Exception {
        killRefused(Points.many("killed while being refused"));
    }

    private void killRefused(Points points) throws Exception {
        points.each((_, random) -> {
            var place = Files.createTempDirectory(folder, "refused");
            try (var bench = new Workbench(place).withDays(3);
                    var server = RehearsalReceiver.start(bench.clock)) {
                server.answerWith(FaultPlan.always(Fault.status(400)));
                bench.sendingTo(server.destination());
                try (var child = Child.ready(bench, Moment.NEVER).send()) {
                    LockSupport.parkNanos(random.nextLong(duration));
                    child.kill();
                }
                var receipts = bench.receipts();
                boolean refused = receipts.contains("answer refused");
                duration = Math.max(50_000_000, refused ? duration * 9 / 10 : duration * 11 / 10);
                if (receipts.contains("sent") && bench.waiting().isEmpty()) {
                    assertThat(refused)
                            .as("whether the end is on record: %s", receipts)
                            .isTrue();
                }

                assertThat(bench.previewAndSend().word()).isEqualTo("refused");

                assertThat(bench.waiting()).isEmpty();
                assertThat(bench.receipts()).endsWith("sent", "answer refused");
                assertThat(bench.directory.marker()).doesNotExist();
                assertThat(bench.backfill().receipts().verify()).isInstanceOf(Verification.Intact.class);
                assertNothingIsLeft(bench);
            }
        });
    }

    private void kill(Points points) throws Exception {
        points.each((_, random) -> {
            var place = Files.createTempDirectory(folder, "send");
            try (var bench = new Workbench(place).withDays(3);
                    var server = RehearsalReceiver.start(bench.clock)) {
                bench.sendingTo(server.destination());
                var approved = bench.preview().sealed().body();
                try (var child = Child.ready(bench, Moment.NEVER).send()) {
                    LockSupport.parkNanos(random.nextLong(duration));
                    child.kill();
                }
                boolean marked = Files.exists(bench.directory.marker());
                // towards the moments at which something happens
                duration = Math.max(50_000_000, marked ? duration * 9 / 10 : duration * 11 / 10);
                if (marked) {
                    assertThat(server.receptions()).hasSize(1);
                    assertThat(bench.receipts()).contains("answer delivered");
                }
                assertThat(bench.backfill().receipts().verify()).isInstanceOf(Verification.Intact.class);

                var again = bench.previewAndSend();

                assertThat(again.word()).isEqualTo(marked ? "nothing_to_do" : "delivered");
                assertThat(server.receptions()).hasSizeBetween(1, 2);
                assertThat(server.receptions())
                        .as("each is the approved payload, or its beginning where the connection ended first")
                        .allMatch(reception -> isBeginning(reception.body().bytes(), approved))
                        .anyMatch(reception -> Arrays.equals(reception.body().bytes(), approved));
                assertThat(bench.marker()).contains("\"eventCount\": 4");
                assertThat(bench.waiting()).isEmpty();
                assertThat(bench.receipts().stream().distinct())
                        .contains("approved", "sent", "answer delivered", "marker_written");
                assertThat(bench.receipts())
                        .filteredOn("marker_written"::equals)
                        .hasSize(1);
                assertThat(bench.backfill().receipts().verify()).isInstanceOf(Verification.Intact.class);
                assertNothingIsLeft(bench);
            }
        });
    }

    private static boolean isBeginning(byte[] received, byte[] approved) {
        return received.length <= approved.length
                && Arrays.equals(received, 0, received.length, approved, 0, received.length);
    }

    private static void assertNothingIsLeft(Workbench bench) {
        assertThat(bench.directory.path().toFile().list()).noneMatch(name -> name.startsWith(".recount"));
        assertThat(List.of(bench.directory.path(), bench.home.folder(), bench.home.approved()))
                .allSatisfy(place -> assertThat(place.toFile().list()).noneMatch(name -> name.endsWith(".tmp")));
    }
}
