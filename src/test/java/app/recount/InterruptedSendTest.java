package app.recount;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.memory.MemoryFixture;
import app.recount.rehearsal.FaultPlan;
import app.recount.rehearsal.RehearsalReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Ctrl-C, or being asked to end, does to a sending whose bytes have left: the books are in order, and it can be done again. */
class InterruptedSendTest {

    @TempDir
    Path folder;

    private Path home;

    @BeforeEach
    void make_a_home() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        MemoryFixture.memory()
                .session("2026-05-11T09:00:00Z")
                .writeTo(Files.createDirectories(home.resolve(".claude-mem")));
    }

    private Process start(RehearsalReceiver receiver, String... args) throws IOException {
        var builder = JavaProcess.of(Recount.class, (Object[]) args)
                .redirectOutput(folder.resolve("output").toFile())
                .redirectError(folder.resolve("errors").toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "HOME", home.toString(),
                        "RECOUNT_HOME", folder.resolve("own").toString(),
                        "CLAUDE_MEM_TELEMETRY_HOST", receiver.destination().toString(),
                        "CLAUDE_MEM_TELEMETRY_KEY", "phc_test"));
        return builder.start();
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output"));
    }

    private static int end(Process process) throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void it_ends_in_order_and_the_same_digest_can_be_sent_again() throws Exception {
        var arrived = new CountDownLatch(1);
        try (var receiver = RehearsalReceiver.start(0, Clock.systemUTC(), _ -> arrived.countDown())) {
            receiver.answerWith(FaultPlan.parse("never-answering"));
            assertThat(end(start(receiver, "preview", "--format", "json"))).isZero();
            var digest = output().replaceFirst("(?s).*\"digest\": \"([^\"]+)\".*", "$1");

            var sending = start(receiver, "send", "--approve", digest, "--format", "json");
            assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();
            sending.destroy();

            assertThat(end(sending)).isNotZero();
            assertThat(output()).contains("\"outcome\": \"unknown\"", "\"retry_safe\": true");
            assertThat(home.resolve(".claude-mem/backfill.json")).doesNotExist();

            receiver.answerWith(FaultPlan.parse("ok"));
            assertThat(end(start(receiver, "send", "--approve", digest, "--format", "json")))
                    .isZero();
            assertThat(output()).contains("\"outcome\": \"delivered\"");
            assertThat(end(start(receiver, "receipts", "verify"))).isZero();
        }
    }
}
