package app.recount;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.memory.MemoryFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A preview, in a process of its own: no socket, no look-up, and not a byte changed outside Recount's own folder. */
class PreviewIsolationTest {

    private static final String SERVICE = "META-INF/services/java.net.spi.InetAddressResolverProvider";

    @TempDir
    Path folder;

    private Path home;
    private Path own;
    private Path services;

    private record Answer(int status, String output, String errors) {}

    @BeforeEach
    void make_a_home() throws IOException {
        own = folder.resolve("own");
        home = Files.createDirectories(folder.resolve("home"));
        var data = Files.createDirectories(home.resolve(".claude-mem"));
        MemoryFixture.memory()
                .session("2026-05-11T09:00:00Z")
                .observation("2026-05-11T09:30:00Z", MemoryFixture.text(400))
                .writeTo(data);
        services = folder.resolve("services");
        Files.createDirectories(services.resolve(SERVICE).getParent());
        Files.writeString(services.resolve(SERVICE), NetworkGuard.Names.class.getName());
    }

    private Answer guarded(String host, String... args) throws IOException, InterruptedException {
        var output = folder.resolve("output");
        var errors = folder.resolve("errors");
        var builder = JavaProcess.with(
                        "-Djava.nio.channels.spi.SelectorProvider=" + NetworkGuard.Channels.class.getName())
                .preferring(services)
                .running(NetworkGuard.class, (Object[]) args)
                .directory(home.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "HOME",
                        home.toString(),
                        "RECOUNT_HOME",
                        own.toString(),
                        "CLAUDE_MEM_TELEMETRY_HOST",
                        host,
                        "CLAUDE_MEM_TELEMETRY_KEY",
                        "phc_test"));
        var process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), Files.readString(output), Files.readString(errors));
    }

    /** Every file and folder with its bytes and the time of its last change. */
    private Map<String, String> everything() throws IOException {
        var found = new TreeMap<String, String>();
        try (var paths = Files.walk(home)) {
            for (var path : paths.toList()) {
                var content = Files.isRegularFile(path)
                        ? new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1)
                        : "";
                found.put(home.relativize(path).toString(), Files.getLastModifiedTime(path) + " " + content);
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "body"})
    @Proves({Promise.OFFLINE, Promise.UNTOUCHED})
    void it_uses_no_network_and_changes_nothing(String format) throws Exception {
        var before = everything();

        var answer = guarded("https://receiver.example", "preview", "--format", format);

        assertThat(answer.status()).as(answer.errors()).isZero();
        assertThat(answer.errors()).isEmpty();
        assertThat(everything()).isEqualTo(before);
        assertThat(own).isDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9", "http://localhost:9"})
    void the_guard_notices_a_sending(String host) throws Exception {
        var digest = guarded(host, "preview", "--format", "json")
                .output()
                .replaceFirst("(?s).*\"digest\": \"([^\"]+)\".*", "$1");

        var answer = guarded(host, "send", "--approve", digest);

        assertThat(answer.status()).isNotZero();
        assertThat(answer.errors()).contains(NetworkGuard.ALARM);
    }

    @Test
    void the_guard_notices_a_receiver() throws Exception {
        assertThat(guarded("http://127.0.0.1:9", "rehearse", "--once").errors()).contains(NetworkGuard.ALARM);
    }
}
