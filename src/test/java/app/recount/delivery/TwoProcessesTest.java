package app.recount.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.delivery.SendingProcess.Moment;
import app.recount.rehearsal.Fault;
import app.recount.rehearsal.FaultPlan;
import app.recount.rehearsal.RehearsalReceiver;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes that send at the same time: one delivery. */
class TwoProcessesTest {

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

    @Test
    void with_the_same_home() throws Exception {
        try (var first = Child.ready(bench, Moment.NEVER);
                var second = Child.ready(bench, Moment.NEVER)) {
            first.send();
            second.send();
            assertThat(List.of(first.line(), second.line()))
                    .containsExactlyInAnyOrder("delivered 1", "nothing_to_do 0");
        }
        assertThat(server.receptions()).hasSize(1);
        assertThat(bench.receipts()).startsWith("approved", "sent", "answer delivered", "marker_written");
        assertThat(bench.backfill().receipts().verify()).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void with_different_homes_and_the_same_data_directory() throws Exception {
        bench.telemetryJson("{\"installId\":\"%s\",\"decidedAt\":\"\"}".formatted(Workbench.INSTALL_ID));
        try (var first = Child.ready(bench, Moment.NEVER);
                var second = Child.ready(bench.directory.path(), folder.resolve("other home"), bench, Moment.NEVER)) {
            first.send();
            second.send();
            assertThat(List.of(first.line(), second.line()))
                    .containsExactlyInAnyOrder("delivered 1", "nothing_to_do 0");
        }
        assertThat(server.receptions()).hasSize(1);
        assertThat(bench.directory.path().toFile().list())
                .containsExactlyInAnyOrder("claude-mem.db", "telemetry.json", "backfill.json");
    }

    @Test
    void the_second_one_takes_over_when_the_first_one_is_killed() throws Exception {
        server.answerWith(FaultPlan.firstly(Fault.silence(Fault.Before.ANSWERING)));
        try (var first = Child.ready(bench, Moment.NEVER);
                var second = Child.ready(bench, Moment.NEVER)) {
            first.send();
            received.await();
            second.send();
            first.kill();
            assertThat(second.line()).isEqualTo("delivered 1");
        }
        assertThat(server.receptions()).hasSize(2);
        assertThat(bench.receipts()).containsExactly("approved", "sent", "sent", "answer delivered", "marker_written");
    }
}
