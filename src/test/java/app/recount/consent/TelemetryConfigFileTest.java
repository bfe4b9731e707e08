package app.recount.consent;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.Promise;
import app.recount.Proves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelemetryConfigFileTest {

    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00.5Z");

    @TempDir
    Path folder;

    private Path path;
    private TelemetryConfigFile file;

    @BeforeEach
    void choose() {
        path = folder.resolve("telemetry.json");
        file = new TelemetryConfigFile(path);
    }

    private TelemetryConfig read(String text) throws IOException {
        Files.writeString(path, text);
        return file.read();
    }

    @Test
    void no_file_is_its_own_case() {
        assertThat(file.read()).isInstanceOf(TelemetryConfig.Absent.class);
    }

    @Test
    void it_is_read_with_and_without_a_decision_and_with_a_byte_order_mark() throws IOException {
        assertThat(read("{\"installId\":\"a\",\"decidedAt\":\"d\"}"))
                .isEqualTo(new TelemetryConfig.Present(Optional.empty(), "a", "d"));
        assertThat(read("\uFEFF{\"enabled\":false,\"installId\":\"a\"}"))
                .isEqualTo(new TelemetryConfig.Present(Optional.of(false), "a", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"a\"",
                "{",
                "{}",
                "{\"installId\":\"\"}",
                "{\"installId\":7}",
                "{\"installId\":null}",
                "{\"enabled\":false}",
                "{\"enabled\":\"false\",\"installId\":\"a\"}",
                "{\"enabled\":0,\"installId\":\"a\"}",
                "{\"enabled\":null,\"installId\":\"a\"}",
                "{\"installId\":\"a\"} {\"enabled\":false}"
            })
    void what_claude_mem_would_overwrite_is_malformed(String text) throws IOException {
        assertThat(read(text)).isInstanceOf(TelemetryConfig.Malformed.class);
        file.keepInstallId("other");
        assertThat(path).hasContent(text);
    }

    @Test
    @Proves(Promise.OPT_OUT_KEPT)
    void a_directory_or_a_dangling_link_of_that_name_is_malformed_and_not_absent() throws IOException {
        Files.createDirectory(path);
        assertThat(file.read()).isInstanceOf(TelemetryConfig.Malformed.class);
        Files.delete(path);
        Files.createSymbolicLink(path, folder.resolve("nowhere"));
        assertThat(file.read()).isInstanceOf(TelemetryConfig.Malformed.class);
    }

    @Test
    void an_install_id_is_kept_without_a_decision_where_there_was_no_file() {
        assertThat(file.keepInstallId("a")).isEqualTo(new TelemetryConfig.Present(Optional.empty(), "a", ""));
        assertThat(path).hasContent("""
                {
                  "installId": "a",
                  "decidedAt": ""
                }
                """);
    }

    @Test
    void an_install_id_never_replaces_one_that_is_there() throws IOException {
        Files.writeString(path, "{\"enabled\":false,\"installId\":\"b\",\"decidedAt\":\"d\"}");
        assertThat(file.keepInstallId("a")).isEqualTo(new TelemetryConfig.Present(Optional.of(false), "b", "d"));
        assertThat(path).hasContent("{\"enabled\":false,\"installId\":\"b\",\"decidedAt\":\"d\"}");
    }

    @Test
    void of_many_that_keep_an_id_at_the_same_moment_one_wins_and_all_learn_which() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var kept = threads.invokeAll(IntStream.range(0, 8)
                    .mapToObj(number -> (Callable<TelemetryConfig>) () -> file.keepInstallId("id" + number))
                    .toList());
            var winner = file.read();
            for (var each : kept) {
                assertThat(each.get()).isEqualTo(winner);
            }
        }
        assertThat(folder.toFile().list()).containsExactly("telemetry.json");
    }

    @Test
    void a_decision_has_all_three_keys_and_keeps_what_it_does_not_know() throws IOException {
        Files.writeString(path, "{\"installId\":\"a\",\"other\":[1.50,true],\"decidedAt\":\"\"}");
        assertThat(file.decide(false, "unused", NOW)).isEmpty();
        assertThat(path).hasContent("""
                {
                  "installId": "a",
                  "other": [
                    1.50,
                    true
                  ],
                  "decidedAt": "2026-06-01T10:00:00.500Z",
                  "enabled": false
                }
                """);
    }

    @Test
    void a_decision_where_there_was_no_file_uses_the_id_that_was_shown() {
        file.decide(false, "a", NOW);
        assertThat(path).hasContent("""
                {
                  "enabled": false,
                  "installId": "a",
                  "decidedAt": "2026-06-01T10:00:00.500Z"
                }
                """);
    }

    @Test
    @Proves(Promise.OPT_OUT_KEPT)
    void a_decision_moves_a_malformed_file_aside_with_its_bytes() throws IOException {
        Files.writeString(path, "{\"enabled\": false,");
        Files.writeString(folder.resolve("telemetry.json.unreadable-1"), "an earlier one");

        var aside = file.decide(false, "a", NOW);

        assertThat(aside).contains(folder.resolve("telemetry.json.unreadable-2"));
        assertThat(aside.orElseThrow()).hasContent("{\"enabled\": false,");
        assertThat(folder.resolve("telemetry.json.unreadable-1")).hasContent("an earlier one");
        assertThat(file.read())
                .isEqualTo(new TelemetryConfig.Present(Optional.of(false), "a", "2026-06-01T10:00:00.500Z"));
    }
}
