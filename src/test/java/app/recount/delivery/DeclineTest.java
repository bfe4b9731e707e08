package app.recount.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.delivery.Decline.Choice;
import app.recount.delivery.Receipt.Kind;
import app.recount.text.Texts;
import app.recount.text.Wording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclineTest {

    private static final Choice RECORD = new Choice(false, false);
    private static final Choice TELEMETRY_OFF = new Choice(true, false);
    private static final Choice MARKER = new Choice(false, true);

    @TempDir
    Path folder;

    @AutoClose
    private Workbench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new Workbench(folder).withDays(3);
    }

    private Decline.Declined decline(Choice choice) {
        return bench.backfill().decline().decline(bench.directory, Optional.of(bench.preview()), choice);
    }

    @Test
    void a_bare_no_changes_nothing_but_the_receipts() {
        decline(RECORD);

        assertThat(bench.directory.path().toFile().list()).containsExactly("claude-mem.db");
        assertThat(bench.backfill().receipts().list()).singleElement().satisfies(receipt -> {
            assertThat(receipt.kind()).isEqualTo(Kind.DECLINED);
            assertThat(receipt.subject().orElseThrow().digest())
                    .isEqualTo(bench.preview().sealed().digest());
        });
    }

    @Test
    void the_same_no_about_the_same_payload_is_on_record_once() {
        assertThat(decline(RECORD).stood()).isEmpty();

        assertThat(decline(RECORD).stood()).map(Receipt::number).contains(1L);

        assertThat(bench.receipts()).containsExactly("declined");
    }

    @Test
    void a_no_about_other_bytes_and_one_that_changes_files_are_put_on_record() throws Exception {
        decline(RECORD);
        bench.withDays(5);
        assertThat(decline(RECORD).stood()).isEmpty();
        assertThat(decline(MARKER).stood()).isEmpty();
        assertThat(decline(MARKER).stood()).isEmpty();

        assertThat(bench.receipts())
                .containsExactly("declined", "declined", "declined", "declined done", "declined", "declined done");
    }

    @Test
    void a_no_after_a_yes_to_the_same_bytes_is_a_decision_of_its_own() {
        bench.receiver();
        decline(RECORD);
        bench.previewAndSend();

        assertThat(decline(RECORD).stood()).isEmpty();

        assertThat(bench.receipts()).startsWith("declined", "approved").endsWith("declined");
    }

    @Test
    void every_no_takes_a_lock_away_that_somebody_left_who_was_killed() throws Exception {
        for (var choice : List.of(RECORD, TELEMETRY_OFF, MARKER)) {
            var lock = Files.writeString(bench.directory.path().resolve(".recount-sending.lock"), "");
            decline(choice);
            assertThat(lock).as(choice.toString()).doesNotExist();
        }
    }

    @Test
    void telemetry_off_writes_all_three_keys_with_the_id_that_was_shown() throws Exception {
        var id = bench.preview().payload().installId().value();

        assertThat(decline(TELEMETRY_OFF).telemetryOff()).isTrue();

        assertThat(bench.directory.telemetryConfig()).hasContent("""
                {
                  "enabled": false,
                  "installId": "%s",
                  "decidedAt": "2026-06-01T10:00:00.000Z"
                }
                """.formatted(id));
        assertThat(bench.directory.marker()).doesNotExist();
        assertThat(bench.preview().blockedBy()).containsExactly(Blocker.CONSENT_OFF);
    }

    @Test
    void telemetry_off_moves_a_file_aside_that_it_cannot_understand() throws Exception {
        bench.telemetryJson("{\"enabled\": false,");

        var declined = decline(TELEMETRY_OFF);

        assertThat(declined.setAside().orElseThrow()).hasContent("{\"enabled\": false,");
        assertThat(Files.readString(bench.directory.telemetryConfig())).contains("\"enabled\": false");
        assertThat(bench.backfill().receipts().list().getLast().reason().orElseThrow())
                .contains("telemetry.json.unreadable-1");
    }

    @Test
    void a_marker_without_events_names_the_last_full_day_and_the_same_id_and_writes_no_telemetry_json()
            throws Exception {
        var shown = bench.preview();

        decline(MARKER);

        assertThat(bench.marker())
                .isEqualTo("""
                {
                  "completedAt": "2026-06-01T10:00:00.000Z",
                  "throughDay": "2026-05-29",
                  "eventCount": 0,
                  "installId": "%s",
                  "version": 2
                }
                """.formatted(shown.payload().installId().value()));
        assertThat(bench.directory.telemetryConfig()).doesNotExist();
        assertThat(bench.preview().blockedBy()).containsExactly(Blocker.MARKER_CURRENT);
    }

    @Test
    void of_three_nos_the_receipt_tells_which_one_wrote_the_marker() {
        decline(RECORD);
        decline(MARKER);
        decline(MARKER); // it stands already

        assertThat(bench.backfill().receipts().list())
                .extracting(receipt -> Decline.wroteMarker(receipt, new Texts()))
                .containsExactly(false, false, true, false, false);
    }

    @Test
    void a_no_that_changes_files_says_first_what_it_is_about_to_do_and_then_what_it_did() {
        decline(new Choice(true, true));

        assertThat(bench.backfill().receipts().list())
                .extracting(receipt -> receipt.reason().orElseThrow())
                .containsExactly(
                        "The user declined. Telemetry is to be switched off. A marker without events is to be written.",
                        "Telemetry was switched off. A marker without events was written.");
    }

    @Test
    void a_no_and_what_became_of_it_belong_together() throws Exception {
        decline(RECORD);
        decline(TELEMETRY_OFF);
        bench.withDays(5);
        decline(MARKER);
        var log = bench.backfill().receipts().list();

        assertThat(log)
                .extracting(receipt -> DeliveryTrail.of(receipt, log).stream()
                        .map(Receipt::number)
                        .toList())
                .containsExactly(List.of(1L), List.of(2L, 3L), List.of(2L, 3L), List.of(4L, 5L), List.of(4L, 5L));
        var interrupted = log.subList(0, 4);
        assertThat(DeliveryTrail.of(log.get(3), interrupted)).containsExactly(log.get(3));
    }

    /** The clock is asked between any two steps, so whoever stops it stops the program there. */
    @Test
    void whenever_the_program_ends_no_file_is_changed_by_a_no_that_is_not_on_record() throws Exception {
        for (int moment = 0; ; moment++) {
            try (var other = new Workbench(folder.resolve("moment" + moment)).withDays(3)) {
                var shown = other.preview();
                other.clock = StoppingClock.after(moment, other.clock);
                var decline = other.backfill().decline();
                try {
                    decline.decline(other.directory, Optional.of(shown), new Choice(true, true));
                    assertThat(moment).isGreaterThan(3); // it was stopped before each file, and after them
                    return;
                } catch (StoppingClock.Stopped _) {
                    boolean changed =
                            Files.exists(other.directory.marker()) || Files.exists(other.directory.telemetryConfig());
                    assertThat(!changed || other.receipts().contains("declined"))
                            .as("stopped at moment %s", moment)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void a_marker_that_counts_as_complete_is_left_alone() throws Exception {
        for (var text : new String[] {"{\"version\":2,\"eventCount\":9}", "{"}) {
            Files.writeString(bench.directory.marker(), text);
            assertThat(decline(MARKER).marker()).isEmpty();
            assertThat(bench.directory.marker()).hasContent(text);
        }
    }

    @Test
    void what_an_older_marker_said_is_kept_in_the_receipts() throws Exception {
        Files.writeString(bench.directory.marker(), "{\"version\":1,\"eventCount\":9}");
        assertThat(decline(MARKER).marker()).isPresent();
        assertThat(bench.backfill().receipts().list().getLast().reason().orElseThrow())
                .contains("{\"version\":1,\"eventCount\":9}");
    }

    @Test
    void a_no_is_heard_even_before_claude_mem_has_made_its_directory() throws Exception {
        try (var fresh = new Workbench(folder.resolve("fresh"))) {
            Files.delete(fresh.directory.path());

            var declined =
                    fresh.backfill().decline().decline(fresh.directory, Optional.empty(), new Choice(true, true));

            assertThat(declined.marker()).isPresent();
            assertThat(fresh.directory.path().toFile().list())
                    .containsExactlyInAnyOrder("telemetry.json", "backfill.json");
            assertThat(fresh.receipts()).containsExactly("declined", "declined done");
        }
    }

    @Test
    void it_says_beforehand_what_else_changes() throws Exception {
        var decline = bench.backfill().decline();
        var fresh = decline.foresee(bench.directory);
        assertThat(said(fresh.recordOnly())).anyMatch(sentence -> sentence.contains("may still send"));
        assertThat(said(fresh.telemetryOff())).anyMatch(sentence -> sentence.contains("live telemetry stops"));
        assertThat(said(fresh.writeMarker())).anyMatch(sentence -> sentence.contains("never sends these days"));

        bench.telemetryJson("{");
        assertThat(said(decline.foresee(bench.directory).telemetryOff()))
                .anyMatch(sentence -> sentence.contains("moved aside, because it is no JSON"));
        Files.writeString(bench.directory.marker(), "{\"version\":2}");
        assertThat(said(decline.foresee(bench.directory).writeMarker()))
                .containsExactly("A marker stands already, so nothing changes.");

        bench.variables.put("CLAUDE_MEM_TELEMETRY", "1");
        assertThat(said(bench.backfill().decline().foresee(bench.directory).telemetryOff()))
                .anyMatch(sentence -> sentence.contains("overrules the file"));
    }

    private static List<String> said(List<Wording> wordings) {
        return wordings.stream().map(new Texts()::say).toList();
    }
}
