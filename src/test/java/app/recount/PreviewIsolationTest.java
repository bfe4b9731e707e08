package app.recount;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.RecountProcess.Answer;
import app.recount.memory.MemoryFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A preview, in a process of its own: no socket, no look-up, and not a byte changed outside Recount's own folder. */
class PreviewIsolationTest {

    @TempDir
    Path folder;

    private Path home;
    private Path own;

    @BeforeEach
    void make_a_home() throws IOException {
        own = folder.resolve("own");
        home = Files.createDirectories(folder.resolve("home"));
        var data = Files.createDirectories(home.resolve(".claude-mem"));
        MemoryFixture.memory()
                .session("2026-05-11T09:00:00Z")
                .observation("2026-05-11T09:30:00Z", MemoryFixture.text(400))
                .writeTo(data);
    }

    private Answer guarded(String host, String... args) throws IOException, InterruptedException {
        return new RecountProcess(folder, NetworkGuard.class)
                .guarded()
                .run(
                        Map.of(
                                "HOME",
                                home.toString(),
                                "RECOUNT_HOME",
                                own.toString(),
                                "CLAUDE_MEM_TELEMETRY_HOST",
                                host,
                                "CLAUDE_MEM_TELEMETRY_KEY",
                                "phc_test"),
                        args);
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
