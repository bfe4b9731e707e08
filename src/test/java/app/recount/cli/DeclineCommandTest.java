package app.recount.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclineCommandTest {

    @TempDir
    Path folder;

    @AutoClose
    private Bench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new Bench(folder).withMemory();
    }

    @Test
    void a_bare_no_is_recorded_and_says_that_the_worker_may_still_send() throws IOException {
        var config = Files.readString(bench.directory.telemetryConfig());

        var answer = bench.run("decline");

        assertThat(answer.status()).isZero();
        assertThat(answer.text()).contains("worker may still send");
        assertThat(bench.directory.telemetryConfig()).hasContent(config);
        assertThat(bench.directory.marker()).doesNotExist();
        assertThat(bench.run("receipts").text()).contains("declined");
    }

    @Test
    void telemetry_off_is_written_with_all_three_keys() throws IOException {
        var answer = bench.run("decline", "--telemetry-off", "--format", "json");

        assertThat(answer.status()).isZero();
        assertThat(answer.json().get("telemetry_off").asBoolean()).isTrue();
        assertThat(answer.json().get("worker_may_send").asBoolean()).isFalse();
        assertThat(Files.readString(bench.directory.telemetryConfig()))
                .contains("\"enabled\": false", Bench.INSTALL_ID, "\"decidedAt\": \"2026-06-01T10:00:00.000Z\"");
        assertThat(bench.run("preview", "--format", "json")
                        .json()
                        .get("blocked_by")
                        .toString())
                .contains("CONSENT_OFF");
    }

    @Test
    void where_claude_mem_uses_another_folder_than_the_one_chosen_it_says_that_its_worker_may_still_send() {
        bench.choosing(bench.directory.path());
        bench.variables.put("CLAUDE_MEM_DATA_DIR", folder.toString());

        var json = bench.run("decline", "--telemetry-off", "--format", "json").json();

        assertThat(json.get("telemetry_off").asBoolean()).isTrue();
        assertThat(json.get("worker_may_send").asBoolean()).isTrue();
        assertThat(json.get("data_dir_overridden").get("path").asString()).isEqualTo(folder.toString());
        assertThat(bench.run("decline", "--telemetry-off").text())
                .contains("claude-mem is told of " + folder + " (named by CLAUDE_MEM_DATA_DIR)");
    }

    @Test
    void a_marker_without_events_has_claude_mems_five_keys() {
        var answer = bench.run("decline", "--write-marker", "--format", "json");

        assertThat(answer.json().get("marker").propertyNames())
                .containsExactly("completedAt", "throughDay", "eventCount", "installId", "version");
        assertThat(bench.directory.marker()).content().isEqualTo("""
                {
                  "completedAt": "2026-06-01T10:00:00.000Z",
                  "throughDay": "2026-05-29",
                  "eventCount": 0,
                  "installId": "%s",
                  "version": 2
                }
                """.formatted(Bench.INSTALL_ID));
    }

    @Test
    void the_marker_has_the_version_of_the_directorys_own_history_whatever_database_was_looked_at() throws IOException {
        var other = Files.copy(bench.directory.database(), folder.resolve("other.db"));
        bench.run(Bench.words("generation record --session a --turn 1 --outcome aborted --at 2026-05-12T00:00:00Z"));

        bench.run("decline", "--write-marker", "--database", other.toString(), "--now", "2026-05-12T00:00:00Z");

        assertThat(bench.directory.marker()).content().contains("\"version\": 3");
    }

    private boolean workerMaySend(String... options) {
        var args = Stream.concat(Stream.of("decline", "--format", "json"), Stream.of(options));
        return bench.run(args.toArray(String[]::new))
                .json()
                .get("worker_may_send")
                .asBoolean();
    }

    @Test
    void whether_the_worker_may_send_is_told_as_marker_and_consent_stand_afterwards() throws IOException {
        bench.variables.put("CLAUDE_MEM_TELEMETRY", "1");
        assertThat(workerMaySend("--telemetry-off")).as("overruled").isTrue();
        assertThat(workerMaySend("--write-marker")).isFalse();
        assertThat(workerMaySend("--write-marker")).as("it stood already").isFalse();
        assertThat(workerMaySend()).isFalse();
        assertThat(bench.run("decline").text()).doesNotContain("worker may still send");

        Files.delete(bench.directory.marker());
        bench.variables.remove("CLAUDE_MEM_TELEMETRY");
        assertThat(workerMaySend()).as("telemetry is off").isFalse();
        Files.writeString(bench.directory.telemetryConfig(), "{");
        assertThat(workerMaySend()).as("it would write the file anew").isTrue();
    }

    @Test
    void a_marker_from_before_a_turn_was_known_is_foreseen_to_be_replaced_and_is() throws IOException {
        Files.writeString(bench.directory.marker(), "{\"version\": 2}");
        assertThat(bench.run("decline", "--write-marker").text()).contains("stands already");

        bench.run(Bench.words("generation record --session a --turn 1 --outcome aborted --at 2026-05-12T00:00:00Z"));

        assertThat(bench.run("decline", "--write-marker").text()).contains("replaces the marker of an older version");
        assertThat(bench.directory.marker()).content().contains("\"version\": 3");
    }

    @Test
    void the_provisional_id_is_the_one_that_was_shown() throws IOException {
        Files.delete(bench.directory.telemetryConfig());
        var shown = bench.run("preview", "--format", "json")
                .json()
                .get("install_id")
                .asString();

        bench.run("decline", "--telemetry-off", "--write-marker");

        assertThat(bench.directory.telemetryConfig()).content().contains(shown);
        assertThat(bench.directory.marker()).content().contains(shown);
    }

    @Test
    void a_file_that_may_hold_an_opt_out_is_kept_aside() throws IOException {
        Files.writeString(bench.directory.telemetryConfig(), "{ enabled: no");

        var aside = bench.run("decline", "--telemetry-off", "--format", "json")
                .json()
                .get("set_aside");

        assertThat(Path.of(aside.asString())).hasContent("{ enabled: no");
    }

    @Test
    void of_a_history_that_was_declined_with_a_marker_nothing_says_that_it_was_sent() {
        var digest = bench.previewedDigest();
        bench.run("decline", "--write-marker");

        for (var line : List.of("status", "preview", "send --approve " + digest)) {
            assertThat(bench.run(line.split(" ", -1)).text())
                    .contains("complete")
                    .doesNotContainPattern("(was|been|as) sent");
        }
    }

    @Test
    void the_same_no_again_names_the_receipt_that_stands_and_adds_none() {
        assertThat(bench.run("decline").text()).doesNotContain("was said of the same payload before");

        assertThat(bench.run("decline").text())
                .contains("Declined. Nothing was sent.", "The same was said of the same payload before: receipt 1.");

        assertThat(bench.run("receipts", "--format", "json").json()).hasSize(1);
    }

    @Test
    void a_no_counts_without_a_database_too() throws IOException {
        Files.delete(bench.directory.database());

        var answer = bench.run("decline");

        assertThat(answer.status()).isZero();
        assertThat(answer.errors()).contains("Declined without a preview");
        assertThat(bench.run("receipts", "verify").status()).isZero();
    }

    @Test
    void nothing_is_said_to_be_declined_where_it_cannot_be_put_on_record() throws IOException {
        Files.delete(bench.directory.database());
        Files.createDirectory(bench.home().receipts());

        var answer = bench.run("decline");

        assertThat(answer.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(answer.text() + answer.errors()).doesNotContain("Declined");
    }

    /** As where a delivery ends while this waits for it. */
    @Test
    void a_marker_that_comes_while_somebody_declines_is_not_said_to_be_written() {
        bench.watchedBy((_, _) -> deliveredByAnother());

        var answer = bench.run("decline", "--write-marker");

        assertThat(answer.text()).contains("A marker stands already").doesNotContain("with no events");
    }

    private void deliveredByAnother() {
        try {
            Files.writeString(bench.directory.marker(), "{\"version\": 3}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
