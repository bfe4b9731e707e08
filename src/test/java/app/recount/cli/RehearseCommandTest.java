package app.recount.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class RehearseCommandTest {

    @TempDir
    Path folder;

    private Bench bench;
    private Bench sender;

    @BeforeEach
    void open() throws IOException {
        bench = new Bench(folder.resolve("receiver"));
        sender = new Bench(folder.resolve("sender")).withMemory();
    }

    @AfterEach
    void close() {
        bench.close();
        sender.close();
    }

    /** A receiver that runs in a thread of its own, and what it prints. */
    private final class Rehearsal {
        private final PipedInputStream printed = new PipedInputStream(1 << 16);
        private final CompletableFuture<Integer> status;

        Rehearsal(String... args) throws IOException {
            var console = new Console(new PipedOutputStream(printed), new ByteArrayOutputStream());
            status = new CompletableFuture<>();
            Thread.ofPlatform().start(() -> status.complete(new CommandLineInterface(bench, console).run(args)));
        }

        String line() throws IOException {
            var line = new ByteArrayOutputStream();
            for (int next = printed.read(); next >= 0 && next != '\n'; next = printed.read()) {
                line.write(next);
            }
            return line.toString(StandardCharsets.UTF_8);
        }

        int status() throws Exception {
            return status.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void it_says_where_it_listens_prints_what_came_and_ends_after_the_answer() throws Exception {
        var rehearsal = new Rehearsal("rehearse", "--once");
        var address = rehearsal.line();
        assertThat(address).startsWith("Listening at http://127.0.0.1:");
        sender.sendingTo(URI.create(address.substring("Listening at ".length())));
        var digest = sender.previewedDigest();

        assertThat(sender.run("send", "--approve", digest).status()).isZero();

        assertThat(rehearsal.line()).startsWith("1  POST /batch/  4 events, ").endsWith(digest + "  → 200");
        assertThat(rehearsal.status()).isZero();
    }

    @Test
    void json_is_one_object_a_line() throws Exception {
        var rehearsal = new Rehearsal("rehearse", "--requests", "2", "--fault", "http-401*1", "--format", "json");
        var json = JsonMapper.builder().build();
        sender.sendingTo(
                URI.create(json.readTree(rehearsal.line()).get("listening").asString()));
        var digest = sender.previewedDigest();

        assertThat(sender.run("send", "--approve", digest).status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(sender.run("send", "--approve", digest).status()).isZero();

        var first = json.readTree(rehearsal.line());
        assertThat(first.get("status").asInt()).isEqualTo(401);
        assertThat(first.get("digest").asString()).isEqualTo(digest);
        assertThat(json.readTree(rehearsal.line()).get("status").asInt()).isEqualTo(200);
        assertThat(rehearsal.status()).isZero();
    }

    @Test
    void a_port_that_is_taken_is_refused() throws Exception {
        var first = new Rehearsal("rehearse", "--once");
        var address = URI.create(first.line().substring("Listening at ".length()));

        var second = sender.run("rehearse", "--once", "--port", String.valueOf(address.getPort()), "--format", "json");

        assertThat(second.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(second.error().get("code").asString()).isEqualTo("REHEARSAL_PORT_TAKEN");
        sender.sendingTo(address);
        sender.run("send", "--approve", sender.previewedDigest());
        assertThat(first.status()).isZero();
    }
}
