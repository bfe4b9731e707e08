package app.recount.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.Promise;
import app.recount.Proves;
import app.recount.WireTap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A marked key, many ways to fail, and everything that was printed. */
@Proves(Promise.KEY_NOT_TOLD)
class KeySecrecyTest {

    private static final String MARK = "m4rk3d7f1d";

    @TempDir
    Path folder;

    private Bench bench;
    private final List<String> printed = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        bench = new Bench(folder).withMemory();
        bench.variables.put("CLAUDE_MEM_TELEMETRY_KEY", "phc_" + MARK);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Bench.Answer run(String... args) {
        var answer = bench.run(args);
        printed.add(String.join(" ", args) + "\n" + answer.text() + answer.errors());
        return answer;
    }

    /** Everything that prints, in both forms, but a body and a receipt, which may quote the server's own answer. */
    private void sayEverything() {
        run("receipts", "list");
        for (var format : List.of("text", "json")) {
            run("status", "--format", format);
            run("preview", "--format", format);
            run("send", "--approve", digest(), "--format", format);
            run("send", "--approve", digest(), "--format", format, "--dry-run");
            run("decline", "--format", format);
            run("receipts", "verify", "--format", format);
        }
    }

    private String digest() {
        var answer = bench.run("preview", "--format", "json");
        return answer.status() == 0 ? answer.json().get("digest").asString() : "sha256:" + "0".repeat(64);
    }

    private void assertSecret() {
        assertThat(printed).hasSizeGreaterThan(10);
        assertThat(printed.stream().filter(text -> text.contains(MARK))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"400 Bad Request", "401 Unauthorized", "404 Not Found", "302 Found", "418 No", "200 OK"})
    void a_server_that_repeats_the_key_is_not_quoted_with_it(String status) throws Exception {
        var echo = "{\"detail\":\"phc_%s is not a key\",\"quota_limited\":[\"phc_%s\"]}".formatted(MARK, MARK);
        try (var tap = WireTap.answering(WireTap.answer(status, echo))) {
            bench.variables.put("CLAUDE_MEM_TELEMETRY_HOST", tap.address().toString());

            sayEverything();

            assertSecret();
            assertThat(tap.requests()).as("what was repeated").isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"not an address", "http://receiver.example", "http://127.0.0.1:1", "ftp://x"})
    void a_destination_that_does_not_work_is_told_without_the_key(String host) {
        bench.variables.put("CLAUDE_MEM_TELEMETRY_HOST", host);

        sayEverything();

        assertSecret();
    }

    @Test
    void a_closed_gate_is_told_without_the_key() {
        bench.variables.put("DO_NOT_TRACK", "1");

        sayEverything();

        assertSecret();
    }

    @Test
    void a_personal_key_is_refused_without_being_repeated() {
        bench.variables.put("CLAUDE_MEM_TELEMETRY_KEY", "phx_" + MARK);

        sayEverything();

        assertSecret();
    }

    @Test
    void files_that_cannot_be_understood_are_told_without_the_key() throws IOException {
        Files.writeString(bench.directory.telemetryConfig(), "{\"phc_" + MARK);
        Files.writeString(bench.directory.marker(), "no marker");
        Files.writeString(bench.home().settings(), "{\"apiKey\": \"phc_" + MARK);

        sayEverything();

        assertSecret();
    }

    @Test
    void a_database_that_cannot_be_read_is_told_without_the_key() throws IOException {
        Files.writeString(bench.directory.database(), "phc_" + MARK);

        sayEverything();

        assertSecret();
    }
}
