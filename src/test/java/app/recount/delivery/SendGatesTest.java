package app.recount.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recount.Promise;
import app.recount.Proves;
import app.recount.consent.Approval;
import app.recount.faults.InChild;
import app.recount.faults.InChild.Surroundings;
import app.recount.payload.Digest;
import app.recount.problem.ProblemException;
import app.recount.rehearsal.Fault;
import app.recount.rehearsal.Fault.Moment;
import app.recount.rehearsal.FaultPlan;
import app.recount.rehearsal.RehearsalReceiver;
import app.recount.store.Progress;
import app.recount.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps a payload here. In each test the server would take everything, and must not be asked. */
class SendGatesTest {

    private static final String TELEMETRY = "{\"installId\":\"%s\",\"decidedAt\":\"\"}".formatted(Workbench.INSTALL_ID);

    @TempDir
    Path folder;

    private Workbench bench;
    private RehearsalReceiver server;

    @BeforeEach
    void start() throws Exception {
        bench = new Workbench(folder).withDays(3);
        server = bench.receiver();
    }

    @AfterEach
    void stop() {
        assertThat(server.receptions()).isEmpty();
        bench.close();
    }

    private void assertRefused(Outcome outcome, String code) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.by()).isEqualTo(Outcome.By.GATE);
            assertThat(refused.problem().code()).isEqualTo(code);
            assertThat(refused.requests()).isZero();
        });
        assertThat(bench.directory.marker()).doesNotExist();
    }

    /** Nothing was sent now, and that nothing was accepted earlier cannot be said. */
    private void assertStillUnknown(Outcome outcome, String code) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Unknown.class, unknown -> {
            assertThat(unknown.problem().code()).isEqualTo(code);
            assertThat(unknown.requests()).isZero();
        });
        assertThat(bench.directory.marker()).doesNotExist();
    }

    private Outcome sendDigest(Digest digest) {
        return bench.send(SendRequest.ofDigest(bench.request(), digest));
    }

    @Test
    @Proves(Promise.YES_IS_NARROW)
    void a_digest_that_nobody_has_seen_is_refused() {
        bench.preview();
        assertRefused(sendDigest(Digest.of(new byte[0])), "DIGEST_CHANGED");
    }

    @Test
    @Proves(Promise.YES_IS_NARROW)
    void the_right_digest_is_refused_as_long_as_nobody_has_previewed_it() {
        var built = bench.backfill().run().build(bench.request(), Progress.NONE);
        assertRefused(sendDigest(built.sealed().digest()), "NOT_PREVIEWED");
        assertRefused(bench.send(built), "NOT_PREVIEWED");
    }

    @Test
    void other_bytes_are_refused_as_long_as_a_delivery_waits_whose_bytes_may_have_arrived() throws Exception {
        unanswered();
        bench.withDays(6);
        var now = bench.preview();
        assertRefused(bench.send(now), "DELIVERY_WAITS");
        assertRefused(sendDigest(now.sealed().digest()), "DELIVERY_WAITS");
        assertThat(bench.receipts()).containsExactly("approved", "sent", "answer unknown");
    }

    @Test
    @Proves(Promise.YES_IS_NARROW)
    void another_database_than_the_previewed_one_is_refused() throws Exception {
        var shown = bench.preview();
        bench.withDays(4);
        assertRefused(bench.send(shown), "DIGEST_CHANGED");
        assertRefused(sendDigest(shown.sealed().digest()), "DIGEST_CHANGED");
    }

    @Test
    @Proves({Promise.YES_IS_NARROW, Promise.APPROVED_DESTINATION})
    void another_destination_than_the_previewed_one_is_refused() {
        var shown = bench.preview();
        try (var other = RehearsalReceiver.start(bench.clock)) {
            bench.sendingTo(other.destination());
            assertRefused(sendDigest(shown.sealed().digest()), "DESTINATION_CHANGED");
            assertRefused(bench.send(shown), "DESTINATION_CHANGED");
            bench.preview();
            // this pair was shown now, but the yes was given to the first one
            assertRefused(
                    bench.send(SendRequest.of(bench.request(), shown.approve(bench.text(), bench.clock.instant()))),
                    "DESTINATION_CHANGED");
            assertThat(other.receptions()).isEmpty();
        }
    }

    @Test
    @Proves(Promise.YES_IS_NARROW)
    void another_key_or_option_changes_the_bytes() {
        var shown = bench.preview();
        bench.key = "phc_other";
        assertRefused(sendDigest(shown.sealed().digest()), "DIGEST_CHANGED");
        bench.key = "phc_test";
        assertRefused(
                bench.send(SendRequest.ofDigest(
                        bench.request().withoutLocation(true), shown.sealed().digest())),
                "DIGEST_CHANGED");
    }

    @Test
    @Proves(Promise.YES_IS_NARROW)
    void days_that_have_moved_on_void_a_yes_even_if_the_bytes_are_the_same() {
        var shown = bench.preview();
        bench.clock = Clock.offset(bench.clock, Duration.ofDays(1));
        assertRefused(sendDigest(shown.sealed().digest()), "DAYS_CHANGED");
        assertRefused(
                bench.send(SendRequest.of(bench.request(), shown.approve(bench.text(), bench.clock.instant()))),
                "DAYS_CHANGED");
    }

    @Test
    @Proves(Promise.YES_IS_NARROW)
    void a_changed_text_voids_a_yes() {
        var shown = bench.preview();
        var yes = shown.approve(bench.text(), bench.clock.instant());
        var other = new Approval(
                yes.digest(),
                yes.destination(),
                yes.firstDay(),
                yes.throughDay(),
                yes.eventCount(),
                yes.payloadVersion(),
                yes.installId(),
                yes.textVersion(),
                Digest.of(new byte[0]),
                yes.approvedAt());
        assertRefused(bench.send(SendRequest.of(bench.request(), other)), "TEXT_CHANGED");
    }

    @Test
    void a_pretended_time_can_be_looked_at_and_not_sent() {
        var pretended = new PreviewRequest(
                bench.directory,
                Optional.empty(),
                Optional.empty(),
                Optional.of(Workbench.NOW),
                bench.request().destination(),
                bench.request().key(),
                false);
        var shown = bench.backfill().run().preview(pretended, Progress.NONE);
        assertRefused(bench.send(SendRequest.ofDigest(pretended, shown.sealed().digest())), "NOW_NOT_ALLOWED");
    }

    @Test
    void an_install_id_that_is_not_the_directorys_own_is_refused() throws Exception {
        bench.telemetryJson(TELEMETRY);
        var other = new PreviewRequest(
                bench.directory,
                Optional.empty(),
                Optional.of("another"),
                Optional.empty(),
                bench.request().destination(),
                bench.request().key(),
                false);
        var shown = bench.backfill().run().preview(other, Progress.NONE);
        assertRefused(bench.send(SendRequest.ofDigest(other, shown.sealed().digest())), "INSTALL_ID_DIFFERS");
        assertThat(Files.readString(bench.directory.telemetryConfig())).isEqualTo(TELEMETRY);
    }

    @Test
    void a_database_that_is_not_the_directorys_own_is_refused() throws Exception {
        var copy = folder.resolve("copy.db");
        Files.copy(bench.directory.database(), copy);
        var foreign = bench.request().withDatabase(copy);
        var shown = bench.backfill().run().preview(foreign, Progress.NONE);
        assertThat(shown.blockedBy()).containsExactly(Blocker.FOREIGN_DATABASE);
        assertRefused(bench.send(SendRequest.ofDigest(foreign, shown.sealed().digest())), "FOREIGN_DATABASE");
    }

    @ParameterizedTest
    @CsvSource({"DO_NOT_TRACK,1", "CLAUDE_MEM_TELEMETRY,off"})
    @Proves(Promise.NO_IS_HEEDED)
    void consent_that_is_withdrawn_after_the_preview_is_heeded(String variable, String value) {
        var shown = bench.preview();
        bench.variables.put(variable, value);
        assertRefused(bench.send(shown), "CONSENT_OFF");
        assertThat(bench.directory.telemetryConfig()).doesNotExist();
    }

    @Test
    @Proves(Promise.NO_IS_HEEDED)
    void a_no_in_telemetry_json_after_the_preview_is_heeded() throws Exception {
        bench.telemetryJson(TELEMETRY);
        var shown = bench.preview();
        bench.telemetryJson(TELEMETRY.replace("{", "{\"enabled\":false,"));
        assertRefused(bench.send(shown), "CONSENT_OFF");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"enabled\": false,",
                "{\"enabled\":\"false\",\"installId\":\"x\"}",
                "{\"enabled\":false}",
                "{\"installId\":\"\"}",
                "null"
            })
    @Proves(Promise.OPT_OUT_KEPT)
    void a_telemetry_json_that_cannot_be_understood_blocks_and_keeps_its_bytes(String text) throws Exception {
        bench.variables.put("CLAUDE_MEM_TELEMETRY", "1");
        bench.telemetryJson(text);
        var shown = bench.preview();
        assertThat(shown.blockedBy()).containsExactly(Blocker.TELEMETRY_CONFIG_INVALID);
        assertRefused(bench.send(shown), "TELEMETRY_CONFIG_INVALID");
        assertThat(bench.directory.telemetryConfig()).hasContent(text);
    }

    @Test
    void an_id_that_claude_mem_has_made_since_the_preview_is_not_overwritten() throws Exception {
        var shown = bench.preview();
        bench.telemetryJson(TELEMETRY);
        assertRefused(bench.send(shown), "DIGEST_CHANGED");
        assertThat(bench.directory.telemetryConfig()).hasContent(TELEMETRY);
    }

    @Test
    void no_key_and_a_personal_key_are_refused() {
        bench.key = "";
        assertRefused(bench.previewAndSend(), "NO_API_KEY");
        bench.key = "phx_personal";
        assertRefused(bench.previewAndSend(), "NO_API_KEY");
    }

    @Test
    void a_marker_means_that_there_is_nothing_to_do_whatever_was_approved() throws Exception {
        Files.writeString(bench.directory.marker(), "{\"version\":2}");
        assertThat(sendDigest(Digest.of(new byte[0])))
                .isInstanceOfSatisfying(
                        Outcome.NothingToDo.class,
                        nothing -> assertThat(nothing.why()).isEqualTo(Blocker.MARKER_CURRENT));
        Files.writeString(bench.directory.marker(), "{");
        assertThat(bench.previewAndSend())
                .isInstanceOfSatisfying(
                        Outcome.NothingToDo.class,
                        nothing -> assertThat(nothing.why()).isEqualTo(Blocker.MARKER_UNREADABLE));
        assertThat(bench.directory.marker()).hasContent("{");
        assertThat(bench.receipts()).isEmpty();
    }

    @Test
    void without_events_there_is_nothing_to_do_and_no_marker_unless_asked_for() throws Exception {
        var empty = new Workbench(folder.resolve("empty")).withDays(0).sendingTo(server.destination());
        try (empty) {
            assertThat(empty.previewAndSend())
                    .isInstanceOfSatisfying(
                            Outcome.NothingToDo.class,
                            nothing -> assertThat(nothing.why()).isEqualTo(Blocker.NO_EVENTS));
            assertThat(empty.directory.marker()).doesNotExist();
        }
    }

    @Test
    void a_dry_run_walks_the_gates_and_sends_nothing() {
        var shown = bench.preview();
        var request = SendRequest.of(bench.request(), shown.approve(bench.text(), bench.clock.instant()));

        assertThat(bench.send(request.asDryRun())).isInstanceOfSatisfying(Outcome.DryRun.class, dry -> {
            assertThat(dry.events()).isEqualTo(4);
            var summary = dry.summary().stream().map(new Texts()::say).toList();
            assertThat(summary).hasSize(5);
            assertThat(summary.getFirst())
                    .contains("4 events", shown.sealed().digest().toString());
            assertThat(summary.get(1)).startsWith("historical_activity 2026-05-04T12:00:00.000Z ");
            assertThat(summary.getLast()).startsWith("install_inferred ");
        });
        assertThat(bench.receipts()).isEmpty();
        assertThat(bench.waiting()).isEmpty();
        assertThat(bench.directory.telemetryConfig()).doesNotExist();
        assertThat(bench.directory.marker()).doesNotExist();
        assertRefused(
                bench.send(SendRequest.ofDigest(bench.request(), Digest.of(new byte[0]))
                        .asDryRun()),
                "DIGEST_CHANGED");
    }

    @Test
    void the_environments_dry_run_comes_before_key_approval_and_emptiness() throws Exception {
        bench.variables.put("CLAUDE_MEM_TELEMETRY_DEBUG", "1");
        bench.key = "";
        assertThat(sendDigest(Digest.of(new byte[0]))).isInstanceOf(Outcome.DryRun.class);
        var empty = new Workbench(folder.resolve("empty")).withDays(0);
        try (empty) {
            empty.variables.put("CLAUDE_MEM_TELEMETRY_DEBUG", "1");
            assertThat(empty.previewAndSend()).isInstanceOf(Outcome.DryRun.class);
        }
    }

    @Test
    @InChild(Surroundings.PERMISSIONS_COUNT)
    void a_directory_where_no_marker_could_be_written_is_refused() throws Exception {
        var shown = bench.preview();
        Files.setPosixFilePermissions(bench.directory.path(), PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assertRefused(bench.send(shown), "DATA_DIRECTORY_NOT_WRITABLE");
        } finally {
            Files.setPosixFilePermissions(bench.directory.path(), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** A payload whose first sending got no answer. */
    private BackfillPreview unanswered() {
        try (var silent = RehearsalReceiver.start(bench.clock)) {
            silent.answerWith(FaultPlan.always(Fault.cut(Moment.AFTER_READING)));
            bench.sendingTo(silent.destination());
            var shown = bench.preview();
            bench.send(shown);
            return shown;
        }
    }

    @Test
    void a_waiting_payload_meets_the_gates_again() throws Exception {
        var shown = unanswered();
        var digest = shown.sealed().digest();

        bench.variables.put("DO_NOT_TRACK", "1");
        assertStillUnknown(sendDigest(digest), "CONSENT_OFF");
        bench.variables.clear();
        bench.key = "";
        assertStillUnknown(sendDigest(digest), "NO_API_KEY");
        bench.key = "phc_other";
        assertStillUnknown(sendDigest(digest), "KEY_CHANGED");
        bench.key = "phc_test";
        bench.telemetryJson(TELEMETRY);
        assertStillUnknown(sendDigest(digest), "INSTALL_ID_DIFFERS");
        bench.telemetryJson("{");
        assertStillUnknown(sendDigest(digest), "TELEMETRY_CONFIG_INVALID");
        assertThat(bench.waiting()).as("it still waits").hasSize(1);

        Files.writeString(bench.directory.marker(), "{\"version\":2}");
        assertThat(sendDigest(digest)).isInstanceOf(Outcome.NothingToDo.class);
        assertThat(bench.waiting()).as("somebody else has sent").isEmpty();
    }

    @Test
    @Proves(Promise.APPROVED_BYTES)
    void bytes_that_were_changed_while_they_waited_are_not_sent() throws Exception {
        var shown = unanswered();
        var stored = bench.home.approved().resolve(shown.sealed().digest().hex() + ".json");
        Files.writeString(stored, Files.readString(stored).replace("2026-05-04", "2026-05-03"));

        assertThatThrownBy(() -> sendDigest(shown.sealed().digest()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("APPROVED_UNREADABLE"));
    }
}
