package app.recount.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.memory.MemoryFixture;
import app.recount.payload.Digest;
import app.recount.payload.SealedPayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewCommandTest {

    @TempDir
    Path folder;

    @AutoClose
    private Bench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new Bench(folder).withMemory();
    }

    @Test
    void json_has_the_promised_names_in_the_promised_order() {
        var json = bench.run("preview", "--format", "json").json();

        assertThat(json.propertyNames())
                .containsExactly(
                        "database",
                        "read_mode",
                        "install_id",
                        "install_id_source",
                        "now",
                        "install_day",
                        "through_day",
                        "payload_version",
                        "event_count",
                        "destination",
                        "bytes",
                        "digest",
                        "consent",
                        "marker",
                        "dry_run",
                        "sendable",
                        "blocked_by",
                        "findings",
                        "disclosure",
                        "flags",
                        "events");
        assertThat(json.get("consent").propertyNames()).containsExactly("allowed", "decided_by", "detail");
        assertThat(json.get("findings").get(0).propertyNames()).containsExactly("code", "severity", "count", "message");
        assertThat(json.get("events").get(0).propertyNames())
                .containsExactly("event", "timestamp", "uuid", "distinct_id", "properties");
    }

    @Test
    void json_and_text_name_what_the_published_page_does_not_and_what_makes_the_history_recognisable() {
        var json = bench.run("preview", "--format", "json").json();
        var text = String.join(" ", bench.run("preview").text().split("\\s+", -1));

        assertThat(json.get("disclosure").get("page").asString()).isEqualTo("August 2026");
        assertThat(json.get("disclosure").get("differences").valueStream()).anySatisfy(difference -> {
            assertThat(difference.propertyNames()).containsExactly("kind", "subject", "keys", "events", "message");
            assertThat(difference.get("kind").asString()).isEqualTo("named_nowhere");
            assertThat(difference.get("keys").get(0).asString()).isEqualTo("read_tokens");
        });
        assertThat(json.get("flags").valueStream())
                .allSatisfy(flag -> assertThat(flag.propertyNames())
                        .containsExactly("code", "avoidable", "events", "values", "days", "message", "remedy"))
                .extracting(flag -> flag.get("code").asString())
                .contains("INSTALL_ID", "LONE_DAYS", "LOCATION", "PERSON_PROFILE");
        assertThat(text)
                .contains("page of August 2026", "read_tokens", "No part of the page names this key.", "[LOCATION]");
        assertThat(bench.run("preview", "--without-location").text()).doesNotContain("[LOCATION]");
    }

    @Test
    void json_says_what_was_read() {
        var json = bench.run("preview", "--format", "json").json();

        assertThat(json.get("database").asString())
                .isEqualTo(bench.directory.database().toString());
        assertThat(json.get("read_mode").asString()).isEqualTo("immutable");
        assertThat(json.get("install_id").asString()).isEqualTo(Bench.INSTALL_ID);
        assertThat(json.get("install_id_source").asString()).isEqualTo("telemetry.json");
        assertThat(json.get("now").asString()).isEqualTo(Bench.NOW.toString());
        assertThat(json.get("install_day").asString()).isEqualTo("2026-05-11");
        assertThat(json.get("through_day").asString()).isEqualTo("2026-05-29");
        assertThat(json.get("payload_version").asInt()).isEqualTo(2);
        assertThat(json.get("event_count").asInt()).isEqualTo(4);
        assertThat(json.get("destination").asString()).isEqualTo("https://us.i.posthog.com/batch/");
        assertThat(json.get("marker").get("state").asString()).isEqualTo("absent");
    }

    @Test
    void the_body_is_what_the_digest_names_and_nothing_follows_it() {
        var body = bench.run("preview", "--format", "body").output();
        var json = bench.run("preview", "--format", "json").json();

        assertThat(Digest.of(body).toString()).isEqualTo(json.get("digest").asString());
        assertThat(body).hasSize(json.get("bytes").asInt()).endsWith(']', '}');
    }

    @Test
    void properties_in_json_are_those_of_the_body() {
        var body = SealedPayload.parse(bench.run("preview", "--format", "body").output())
                .orElseThrow();
        var json = bench.run("preview", "--format", "json").json();

        for (int i = 0; i < body.eventCount(); i++) {
            var properties = json.get("events").get(i).get("properties").toString();
            assertThat(new String(body.event(i), StandardCharsets.UTF_8))
                    .endsWith("\"properties\":" + properties + "}");
        }
    }

    @Test
    void numbers_keep_the_form_of_the_wire() throws Exception {
        try (var connection = MemoryFixture.connect(bench.directory.database());
                var statement = connection.createStatement()) {
            statement.execute("UPDATE session_summaries SET discovery_tokens = 8000000000.25");
        }

        assertThat(bench.run("preview", "--format", "json").text()).contains("\"discovery_tokens\": 8000000000.25,");
    }

    @Test
    void what_stands_in_the_way_is_said_as_in_the_window_and_what_helps_as_a_command() throws IOException {
        bench.variables.put("DO_NOT_TRACK", "1");
        bench.variables.put("CLAUDE_MEM_TELEMETRY_DEBUG", "1");
        Files.writeString(bench.directory.marker(), "{\"version\": 7}");

        assertThat(bench.run("preview").text().replaceAll("\\s+", " "))
                .contains(
                        "• This history is marked complete. While the marker stands, there is nothing to do. [MARKER_CURRENT]")
                .contains("• Telemetry is off (DO_NOT_TRACK=1). Nothing is sent while that stands")
                .contains("• CLAUDE_MEM_TELEMETRY_DEBUG is 1. A send only says what it would do. [DRY_RUN]");
    }

    @Test
    void it_shows_a_payload_whatever_stands_in_the_way() throws IOException {
        bench.variables.put("DO_NOT_TRACK", "1");
        bench.variables.put("CLAUDE_MEM_TELEMETRY_DEBUG", "1");
        bench.variables.put("CLAUDE_MEM_TELEMETRY_HOST", "http://example.org");
        Files.writeString(bench.directory.marker(), "{\"version\": 7}");

        var answer = bench.run("preview", "--format", "json");

        assertThat(answer.status()).isZero();
        assertThat(answer.json().get("sendable").asBoolean()).isFalse();
        assertThat(answer.json().get("dry_run").asBoolean()).isTrue();
        assertThat(answer.json().get("marker").get("version").asInt()).isEqualTo(7);
        assertThat(answer.json().get("blocked_by").valueStream().map(code -> code.asString()))
                .containsExactly("MARKER_CURRENT", "CONSENT_OFF", "DRY_RUN", "NO_API_KEY", "BAD_DESTINATION");
        assertThat(answer.json().get("events")).hasSize(4);
    }

    @Test
    void a_delivery_that_cannot_be_read_is_told_once_as_what_stands_in_the_way() throws IOException {
        bench.withKey();
        var approved = Files.createDirectories(bench.home().approved());
        var broken = Files.writeString(approved.resolve("broken.delivery"), "{");

        assertThat(bench.run("preview", "--format", "body").status()).isZero();
        assertThat(broken).exists();
        var answer = bench.run("preview", "--format", "json");

        assertThat(answer.status()).isZero();
        assertThat(answer.json().get("sendable").asBoolean()).isFalse();
        assertThat(answer.json().get("blocked_by").valueStream().map(code -> code.asString()))
                .containsExactly("APPROVED_UNREADABLE");
        assertThat(broken).doesNotExist();
        assertThat(bench.run("preview", "--format", "json")
                        .json()
                        .get("sendable")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_key_makes_it_sendable() {
        bench.withKey();

        var json = bench.run("preview", "--format", "json").json();

        assertThat(json.get("blocked_by")).isEmpty();
        assertThat(json.get("sendable").asBoolean()).isTrue();
    }

    @Test
    void options_stand_for_what_they_name() throws IOException {
        var elsewhere = Files.copy(bench.directory.database(), folder.resolve("other.db"));
        var id = "11111111-2222-4333-8444-555555555555";

        var json = bench.run(
                        "preview",
                        "--format=json",
                        "--database",
                        elsewhere.toString(),
                        "--install-id",
                        id,
                        "--now",
                        "2026-05-14T23:59:59.999Z")
                .json();

        assertThat(json.get("database").asString()).isEqualTo(elsewhere.toString());
        assertThat(json.get("install_id").asString()).isEqualTo(id);
        assertThat(json.get("install_id_source").asString()).isEqualTo("option");
        assertThat(json.get("through_day").asString()).isEqualTo("2026-05-12");
        assertThat(json.get("event_count").asInt()).isEqualTo(3);
        assertThat(json.get("blocked_by").valueStream().map(code -> code.asString()))
                .contains("FOREIGN_DATABASE");
    }

    @Test
    void without_location_the_bytes_and_the_digest_are_others() {
        var with = bench.previewedDigest();
        var without = bench.run("preview", "--without-location", "--format", "json");

        assertThat(without.text()).contains("\"$geoip_disable\": true");
        assertThat(without.json().get("digest").asString()).isNotEqualTo(with);
    }

    @Test
    void a_provisional_id_is_the_same_at_every_preview_and_stays_out_of_the_data_directory() throws IOException {
        Files.delete(bench.directory.telemetryConfig());

        var first = bench.run("preview", "--format", "json").json();
        var second = bench.run("preview", "--format", "json").json();

        assertThat(first.get("install_id_source").asString()).isEqualTo("provisional");
        assertThat(second.get("digest")).isEqualTo(first.get("digest"));
        assertThat(bench.directory.telemetryConfig()).doesNotExist();
    }

    @Test
    void no_database_is_refused_with_what_can_be_done() throws IOException {
        Files.delete(bench.directory.database());

        var answer = bench.run("preview", "--format", "json");

        assertThat(answer.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(answer.output()).isEmpty();
        assertThat(answer.error().propertyNames()).containsExactly("code", "message", "cause", "actions");
        assertThat(answer.error().get("code").asString()).isEqualTo("DB_NOT_FOUND");
    }

    @Test
    void a_file_that_may_yet_become_a_database_failed_and_was_not_refused() throws IOException {
        Files.write(bench.directory.database(), new byte[0]);

        assertThat(bench.run("preview").status()).isEqualTo(ExitStatus.FAILED);
    }

    @Test
    void a_history_that_is_too_young_is_shown_as_empty_and_says_why() {
        var answer = bench.run("preview", "--now", "2026-05-12T00:00:00Z");

        assertThat(answer.status()).isZero();
        assertThat(answer.text()).contains("No day can be sent: the first activity was on 2026-05-11", "NO_EVENTS");
    }

    @Test
    void text_shows_days_totals_findings_and_how_to_approve() {
        bench.withKey();

        var text = bench.run("preview").text();

        assertThat(text)
                .containsPattern("2026-05-11 +1 +1 +1 +1 +12,345 +1,000 +11,345\n")
                .containsPattern("2026-05-18 +1 +– +– +– +– +0 +0\n")
                .containsPattern("Total +3 +2 +1 +1 +12,345 +1,000 +11,345\n")
                .contains("[NULL_TEXTS]", "4 events", "recount send --approve")
                .contains(bench.previewedDigest());
    }

    @Test
    void text_fits_80_columns_where_words_can_be_broken() {
        assertThat(bench.run("preview")
                        .text()
                        .lines()
                        .filter(line -> !line.contains(bench.directory.path().toString())))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void text_is_free_of_escape_sequences() {
        assertThat(bench.run("preview").text()).doesNotContain("\u001b");
    }
}
