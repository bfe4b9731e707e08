package app.recount.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.faults.FullDisk;
import app.recount.faults.Points;
import app.recount.problem.ProblemException;
import app.recount.rehearsal.RehearsalReceiver;
import app.recount.text.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sending during which the disk is full from some byte on: what is on record is true, and later it comes to its end. */
class FullDiskSendTest {

    /** No file of a sending is larger, so that from here on nothing is in the way. */
    private static final int LARGEST = 110_000;

    @TempDir
    Path folder;

    @Test
    void at_a_few_sizes() throws Exception {
        var sizes = List.of(0, 150, 420, 700, 1_200, 2_500, 4_000, 33_000);
        Points.few("full disk while sending", sizes.size()).each((number, _) -> sendWithRoomFor(sizes.get(number)));
    }

    @Test
    @Tag("stress")
    void at_many_sizes() throws Exception {
        Points.many("full disk while sending")
                .each((_, random) ->
                        sendWithRoomFor(random.nextBoolean() ? random.nextInt(4_500) : random.nextInt(LARGEST)));
    }

    @Test
    void where_a_few_receipts_have_no_room() throws Exception {
        Points.few("no room for a receipt", 4).each((number, _) -> sendWithRoomForReceipts(200 + 800L * number));
    }

    @Test
    @Tag("stress")
    void where_receipts_have_no_room() throws Exception {
        Points.many("no room for a receipt").each((_, random) -> sendWithRoomForReceipts(random.nextLong(4_000)));
    }

    @Test
    void room_for_the_marker_and_none_for_its_receipt() throws Exception {
        int allButHalfOfTheLast;
        try (var bench = new Workbench(folder.resolve("with room")).withDays(3);
                var server = RehearsalReceiver.start(bench.clock)) {
            bench.sendingTo(server.destination()).previewAndSend();
            var receipts = Files.readAllLines(bench.home.receipts());
            allButHalfOfTheLast =
                    (int) Files.size(bench.home.receipts()) - receipts.getLast().length() / 2;
        }
        assertThat(sendWithRoomForReceipts(allButHalfOfTheLast)).hasValueSatisfying(outcome -> {
            assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
            assertThat(((Outcome.Delivered) outcome).unrecorded())
                    .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo("RECEIPTS_UNUSABLE"));
        });
    }

    private void sendWithRoomFor(long bytes) throws Exception {
        send(bytes, _ -> 0L);
    }

    /** The receipts are longer than all other files, so that they alone have no room. */
    private Optional<Outcome> sendWithRoomForReceipts(long bytes) throws Exception {
        return send(bytes, bench -> {
            bench.backfill()
                    .receipts()
                    .append(ReceiptEntry.note(Receipt.Kind.DECLINED, Wording.verbatim("no".repeat(10 * LARGEST))));
            return Files.size(bench.home.receipts());
        });
    }

    /** Something to do with a home before it is used. */
    @FunctionalInterface
    private interface Preparation {
        long in(Workbench bench) throws IOException;
    }

    private Optional<Outcome> send(long bytes, Preparation preparation) throws Exception {
        var place = Files.createTempDirectory(folder, "send");
        try (var bench = new Workbench(place).withDays(3);
                var server = RehearsalReceiver.start(bench.clock)) {
            bench.sendingTo(server.destination());
            var shown = bench.preview();
            long room = preparation.in(bench) + bytes;

            Optional<Outcome> outcome;
            try (var _ = FullDisk.beyond(room)) {
                outcome = Optional.of(bench.send(shown));
            } catch (ProblemException e) {
                assertThat(e.problem().code())
                        .isIn(
                                "APPROVED_NOT_KEPT",
                                "RECEIPTS_UNUSABLE",
                                "STORE_FAILED",
                                "TELEMETRY_CONFIG_NOT_WRITABLE",
                                "DB_UNREADABLE",
                                "DB_FAILED");
                outcome = Optional.empty();
            }

            int arrived = server.receptions().size();
            boolean marked = Files.exists(bench.directory.marker());
            boolean told = outcome.filter(Outcome.Delivered.class::isInstance).isPresent();
            if (outcome.isEmpty()) {
                assertThat(arrived)
                        .as("a problem instead of an outcome means that nothing left")
                        .isZero();
            }
            if (marked) {
                assertThat(bench.receipts()).contains("answer delivered");
            }
            assertThat(told)
                    .as("delivered is said if the marker stands, and only then: %s", outcome)
                    .isEqualTo(marked);
            assertWhole(bench);

            assertThat(Files.exists(bench.directory.marker())
                            || !bench.waiting().isEmpty()
                            || arrived == 0)
                    .isTrue();

            var again = bench.send(bench.preview());
            assertThat(again.word()).isEqualTo(marked ? "nothing_to_do" : "delivered");
            assertThat(server.receptions()).hasSize(Math.max(arrived, 1));
            assertThat(bench.marker()).contains("\"eventCount\": 4");
            assertThat(bench.waiting()).isEmpty();
            assertThat(bench.receipts()).contains("answer delivered", "marker_written");
            assertWhole(bench);
            return outcome;
        }
    }

    /** Nothing is half-written, and the chain holds. */
    private static void assertWhole(Workbench bench) throws IOException {
        assertThat(bench.backfill().receipts().verify())
                .isInstanceOfSatisfying(
                        Verification.Intact.class,
                        intact -> assertThat(intact.notes()).isEmpty());
        for (var place : List.of(bench.directory.path(), bench.home.folder(), bench.home.approved())) {
            try (var files = Files.list(place)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .noneMatch(
                                name -> name.endsWith(".tmp") || name.contains("unreadable") || name.contains("torn"));
            }
        }
    }
}
