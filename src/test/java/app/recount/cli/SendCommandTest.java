package app.recount.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.rehearsal.FaultPlan;
import app.recount.rehearsal.RehearsalReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SendCommandTest {

    @TempDir
    Path folder;

    private Bench bench;
    private RehearsalReceiver receiver;

    @BeforeEach
    void open() throws IOException {
        bench = new Bench(folder).withMemory();
        receiver = RehearsalReceiver.start(bench.clock());
        bench.sendingTo(receiver.destination());
    }

    @AfterEach
    void close() {
        receiver.close();
        bench.close();
    }

    private Bench.Answer send(String digest, String... options) {
        var args = new String[options.length + 5];
        System.arraycopy(new String[] {"send", "--format", "json", "--approve", digest}, 0, args, 0, 5);
        System.arraycopy(options, 0, args, 5, options.length);
        return bench.run(args);
    }

    private static void assertOutcome(Bench.Answer answer, String outcome, int status) {
        assertThat(answer.json().get("outcome").asString()).as(answer.errors()).isEqualTo(outcome);
        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void what_was_previewed_arrives_byte_for_byte() {
        var body = bench.run("preview", "--format", "body").output();
        var digest = bench.previewedDigest();

        var answer = send(digest);

        assertOutcome(answer, "delivered", 0);
        assertThat(answer.json().propertyNames())
                .containsExactly("outcome", "digest", "requests", "events", "marker_written", "retry_safe");
        assertThat(answer.json().get("requests").asInt()).isEqualTo(1);
        assertThat(answer.json().get("events").asInt()).isEqualTo(4);
        assertThat(answer.json().get("marker_written").asBoolean()).isTrue();
        assertThat(answer.errors()).isEmpty();
        assertThat(receiver.receptions()).singleElement().satisfies(reception -> {
            assertThat(reception.body().bytes()).isEqualTo(body);
            assertThat(reception.findings()).isEmpty();
        });
        assertThat(bench.directory.marker()).exists();
    }

    @Test
    void sending_again_is_nothing_to_do() {
        var digest = bench.previewedDigest();
        send(digest);

        var answer = send(digest);

        assertOutcome(answer, "nothing_to_do", 0);
        assertThat(answer.json().get("code").asString()).isEqualTo("MARKER_CURRENT");
        assertThat(answer.json().get("marker_written").asBoolean()).isFalse();
        assertThat(receiver.receptions()).hasSize(1);
    }

    @Test
    void a_dry_run_says_every_event_on_stderr_and_sends_nothing() {
        var answer = send(bench.previewedDigest(), "--dry-run");

        assertOutcome(answer, "dry_run", 0);
        assertThat(answer.json().get("retry_safe").asBoolean()).isTrue();
        assertThat(answer.errors().lines()).hasSize(5);
        assertThat(receiver.receptions()).isEmpty();
        assertThat(bench.directory.marker()).doesNotExist();
    }

    @Test
    void the_environment_asks_for_a_dry_run_too() {
        bench.variables.put("CLAUDE_MEM_TELEMETRY_DEBUG", "1");

        assertOutcome(send(bench.previewedDigest()), "dry_run", 0);
        assertThat(receiver.receptions()).isEmpty();
    }

    @Test
    void a_digest_that_was_never_shown_is_refused() {
        var answer = send("sha256:" + "0".repeat(64));

        assertOutcome(answer, "refused", ExitStatus.REFUSED);
        assertThat(answer.json().get("retry_safe").asBoolean()).isTrue();
        assertThat(answer.error().get("code")).isEqualTo(answer.json().get("code"));
        assertThat(receiver.receptions()).isEmpty();
    }

    @Test
    void what_was_declined_and_never_previewed_is_refused_under_the_digest_of_the_receipt() {
        bench.run("decline");
        var digest = bench.run("receipts", "list", "--format", "json").text();

        var answer = send(digest.substring(digest.indexOf("sha256:")).substring(0, 71));

        assertOutcome(answer, "refused", 1);
        assertThat(answer.json().get("code").asString()).isEqualTo("NOT_PREVIEWED");
        assertThat(receiver.receptions()).isEmpty();
    }

    @Test
    void another_destination_than_the_previewed_one_is_refused() {
        var digest = bench.previewedDigest();
        try (var other = RehearsalReceiver.start(bench.clock())) {
            bench.sendingTo(other.destination());

            var answer = send(digest);

            assertOutcome(answer, "refused", ExitStatus.REFUSED);
            assertThat(answer.json().get("code").asString()).isEqualTo("DESTINATION_CHANGED");
            assertThat(other.receptions()).isEmpty();
        }
    }

    @Test
    void an_option_that_changes_the_bytes_is_repeated_with_the_approval() {
        var digest = bench.previewedDigest("--without-location");

        assertThat(send(digest).json().get("code").asString()).isEqualTo("DIGEST_CHANGED");
        assertOutcome(send(digest, "--without-location"), "delivered", 0);
    }

    @Test
    void a_pretended_time_is_refused() {
        var digest = bench.previewedDigest();

        assertOutcome(send(digest, "--now", Bench.NOW.toString()), "refused", ExitStatus.REFUSED);
    }

    @Test
    void another_install_id_is_refused_and_its_own_is_not() {
        var digest = bench.previewedDigest();

        assertOutcome(
                send(digest, "--install-id", "11111111-2222-4333-8444-555555555555"), "refused", ExitStatus.REFUSED);
        assertOutcome(send(digest, "--install-id", Bench.INSTALL_ID), "delivered", 0);
    }

    @Test
    void a_closed_gate_is_refused_by_its_code() {
        var digest = bench.previewedDigest();
        bench.variables.put("DO_NOT_TRACK", "1");

        var answer = send(digest);

        assertOutcome(answer, "refused", ExitStatus.REFUSED);
        assertThat(answer.json().get("code").asString()).isEqualTo("CONSENT_OFF");
        assertThat(receiver.receptions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http-401", "http-400", "http-302", "quota-limited", "portal"})
    void what_the_server_refuses_waits_for_the_user(String fault) {
        receiver.answerWith(FaultPlan.parse(fault));

        var answer = send(bench.previewedDigest());

        assertOutcome(answer, "refused", ExitStatus.REFUSED);
        assertThat(answer.json().get("requests").asInt()).isEqualTo(1);
        assertThat(bench.directory.marker()).doesNotExist();
    }

    @Test
    void a_server_that_asks_for_too_much_patience_has_failed() {
        // an hour is more than is waited for, so this is the end of the retries at once
        receiver.answerWith(FaultPlan.parse("http-503=3600"));

        assertOutcome(send(bench.previewedDigest()), "refused", ExitStatus.FAILED);
    }

    @Test
    void a_part_without_the_rest_is_unknown_and_the_same_digest_sends_only_the_rest() {
        var digest = bench.previewedDigest();
        receiver.answerWith(FaultPlan.parse("http-413,ok,http-401"));

        var first = send(digest);
        assertOutcome(first, "unknown", ExitStatus.FAILED);
        assertThat(first.json().get("retry_safe").asBoolean()).isTrue();
        assertThat(status("standing")).isEqualTo("waiting_for_outcome");

        receiver.answerWith(FaultPlan.parse("ok"));
        assertOutcome(send(digest), "delivered", 0);
        assertThat(receiver.receptions()).hasSize(4);
        assertThat(status("standing")).isEqualTo("already_sent");
    }

    @Test
    void a_preview_of_other_bytes_says_what_they_wait_for() {
        var digest = bench.previewedDigest();
        receiver.answerWith(FaultPlan.parse("http-413,ok,http-401"));
        assertOutcome(send(digest), "unknown", ExitStatus.FAILED);

        var same = bench.run("preview", "--format", "json").json();
        var other =
                bench.run("preview", "--without-location", "--format", "json").json();
        var text = String.join(
                " ", bench.run("preview", "--without-location").text().split("\\s+", -1));

        assertThat(same.get("sendable").asBoolean()).isTrue();
        assertThat(same.get("blocked_by")).isEmpty();
        assertThat(other.get("sendable").asBoolean()).isFalse();
        assertThat(other.get("blocked_by").valueStream())
                .singleElement()
                .satisfies(code -> assertThat(code.asString()).isEqualTo("DELIVERY_WAITS"));
        assertThat(text)
                .contains(
                        "Sendable no",
                        "waits for its outcome",
                        digest,
                        "Send the same bytes again first. [DELIVERY_WAITS]")
                .doesNotContain("--approve");
        var refused = send(other.get("digest").asString(), "--without-location");
        assertThat(refused.json().get("code").asString()).isEqualTo("DELIVERY_WAITS");
    }

    private String status(String name) {
        return bench.run("status", "--format", "json").json().get(name).asString();
    }

    @Test
    void text_tells_how_it_went_and_ends_with_the_outcome() {
        var digest = bench.previewedDigest();
        receiver.answerWith(FaultPlan.parse("http-503*1"));

        var answer = bench.run("send", "--approve", digest);

        assertThat(answer.status()).isZero();
        assertThat(answer.text())
                .isEqualTo(
                        "Delivered: 4 events acknowledged in 2 requests; the marker was written through 2026-05-29.\n");
        assertThat(answer.errors()).contains("attempt 1 of", "failed", "attempt 2 of", "4 events acknowledged");
    }

    @Test
    void receipts_use_the_words_of_the_outcome() {
        send(bench.previewedDigest());

        assertThat(bench.run("receipts", "--format", "json")
                        .json()
                        .valueStream()
                        .map(SendCommandTest::kind))
                .containsExactly("approved", "sent", "answer delivered", "marker_written");
        assertThat(bench.run("receipts").text().lines()).hasSize(5);
        assertThat(bench.run("receipts", "list").output())
                .isEqualTo(bench.run("receipts").output());
    }

    private static String kind(JsonNode receipt) {
        return receipt.has("outcome")
                ? receipt.get("kind").asString() + " " + receipt.get("outcome").asString()
                : receipt.get("kind").asString();
    }

    @Test
    void a_receipt_shows_its_line_and_the_bytes_that_left() throws IOException {
        var body = bench.run("preview", "--format", "body").output();
        send(bench.previewedDigest());

        assertThat(bench.run("receipts", "show", "3").text()).contains("answer: delivered", "HTTP 200 at attempt 1");
        assertThat(bench.run("receipts", "show", "1", "--format", "body").output())
                .isEqualTo(body);
        assertThat(bench.run("receipts", "show", "3", "--format", "json").json().toString())
                .isEqualTo(Files.readAllLines(bench.home().receipts()).get(2));
        assertThat(bench.run("receipts", "show", "99").status()).isEqualTo(ExitStatus.REFUSED);
    }

    @Test
    void a_changed_receipt_breaks_the_chain() throws IOException {
        send(bench.previewedDigest());
        assertThat(bench.run("receipts", "verify").status()).isZero();
        assertThat(bench.run("receipts", "verify", "--format", "json")
                        .json()
                        .get("entries")
                        .asInt())
                .isEqualTo(4);

        var file = bench.home().receipts();
        Files.writeString(file, Files.readString(file).replaceFirst("\"events\":4", "\"events\":5"));

        var answer = bench.run("receipts", "verify", "--format", "json");
        assertThat(answer.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(answer.json().get("intact").asBoolean()).isFalse();
        assertThat(bench.run("receipts", "verify").text()).contains("broken");
    }

    @Test
    void a_log_whose_end_is_missing_is_noticed() throws IOException {
        send(bench.previewedDigest());
        var file = bench.home().receipts();
        Files.write(file, Files.readAllLines(file).subList(0, 2));

        assertThat(bench.run("receipts", "verify").status()).isEqualTo(ExitStatus.FAILED);
    }
}
