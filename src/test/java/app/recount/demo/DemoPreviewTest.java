package app.recount.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.memory.Activity;
import app.recount.memory.DailyRollup;
import app.recount.memory.Finding;
import app.recount.memory.MemoryReader;
import app.recount.memory.ReadMode;
import app.recount.memory.RollupMetric;
import app.recount.memory.TurnGroup;
import app.recount.payload.ApiKey;
import app.recount.payload.Directives;
import app.recount.payload.InstallId;
import app.recount.payload.InstallProfile;
import app.recount.payload.Payload;
import app.recount.payload.SealedPayload;
import app.recount.rehearsal.RehearsalReceiver;
import app.recount.store.Progress;
import app.recount.store.RecountHome;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rest of the program makes of demo data. */
class DemoPreviewTest {

    private static final Instant NOW = Instant.parse("2026-06-17T14:30:00Z");

    @TempDir
    static Path temporary;

    private static Activity activity;

    @BeforeAll
    static void readDemo() {
        activity = read("demo", DemoMemory.DEFAULT_SEED, NOW);
    }

    @Test
    void it_is_read_from_a_copy_because_its_log_is_not_empty() {
        assertThat(activity.readMode()).isEqualTo(ReadMode.SNAPSHOT);
    }

    @Test
    void the_history_begins_on_its_first_day_and_ends_two_and_a_half_days_ago() {
        assertThat(activity.installDay()).contains(LocalDate.parse("2025-11-04"));
        assertThat(activity.rollups().getFirst().day()).isEqualTo(LocalDate.parse("2025-11-04"));
        assertThat(activity.rollups().getLast().day())
                .isBetween(LocalDate.parse("2026-06-12"), LocalDate.parse("2026-06-15"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2026-06-17T14:30:00Z",
        "2, 2026-06-17T00:00:00Z",
        "-1, 2026-06-17T23:59:59.999Z",
        "20260511, 2026-03-01T12:00:00Z",
        "9223372036854775807, 2027-01-05T12:00:00Z"
    })
    void more_than_200_days_can_be_sent_whatever_the_seed_and_the_day(long seed, Instant now) {
        assertThat(read("seed" + seed, seed, now).rollups()).hasSizeBetween(200, WorkHistory.LENGTH);
    }

    @Test
    void every_counter_occurs() {
        var metrics = activity.rollups().stream()
                .flatMap(rollup -> rollup.values().keySet().stream())
                .collect(Collectors.toSet());

        assertThat(metrics).containsExactlyInAnyOrder(RollupMetric.values());
    }

    @Test
    void what_generation_cost_is_known_only_since_somebody_told_it() {
        var firstDay = activity.installDay().orElseThrow();

        assertThat(activity.turns().getFirst().day())
                .isBetween(firstDay.plusDays(TurnRows.UNTOLD_DAYS), firstDay.plusDays(TurnRows.UNTOLD_DAYS + 2L));
        assertThat(activity.turns().stream().map(TurnGroup::provider).distinct())
                .containsExactlyInAnyOrder("claude", "gemini", "openrouter");
        assertThat(activity.turns())
                .anyMatch(group -> !group.unknown().isEmpty())
                .anyMatch(group -> group.sums().containsKey(RollupMetric.GEN_COST_USD));
    }

    @Test
    void quiet_days_have_no_rollup() {
        var days = new TreeSet<LocalDate>(
                activity.rollups().stream().map(DailyRollup::day).toList());

        assertThat(days.first().datesUntil(days.last()).filter(day -> !days.contains(day)))
                .hasSizeBetween(8, 20);
    }

    @Test
    void every_finding_that_data_can_cause_is_made_and_no_other() {
        var counts = activity.findings().stream().collect(Collectors.toMap(Finding::code, Finding::count));

        assertThat(counts)
                .containsEntry(Finding.Code.CORRUPT_EPOCHS, (long) Oddities.CORRUPT)
                .containsEntry(Finding.Code.FUTURE_ROWS, (long) Oddities.FUTURE)
                .containsEntry(Finding.Code.ROWS_BEFORE_FLOOR, (long) Oddities.ANCIENT)
                .containsEntry(Finding.Code.ROWS_BEFORE_INSTALL_DAY, (long) Oddities.BEFORE_INSTALL);
        assertThat(counts.keySet())
                .contains(Finding.Code.NULL_TEXTS, Finding.Code.SECOND_EPOCHS, Finding.Code.ROWS_TOO_YOUNG)
                .doesNotContain(
                        Finding.Code.TABLE_MISSING,
                        Finding.Code.COLUMN_MISSING,
                        Finding.Code.NOT_A_TABLE,
                        Finding.Code.VALUE_OVERFLOW);
    }

    @Test
    void its_payload_passes_the_rehearsal_without_a_finding() throws Exception {
        var profile = new InstallProfile(Map.of("os", "linux"), List.of());
        var id = new InstallId(new Dice(1).uuid().toString(), InstallId.Origin.TELEMETRY_JSON);
        var sealed = SealedPayload.seal(
                Payload.of(activity, id, profile, new Directives("1.2.0", false)), ApiKey.rehearsal());

        try (var receiver = RehearsalReceiver.start(Clock.fixed(NOW, ZoneOffset.UTC));
                var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(receiver.destination().resolve("/batch/"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(sealed.body()))
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            var reception = receiver.receptions().getFirst();
            assertThat(reception.findings()).isEmpty();
            assertThat(reception.events()).isEqualTo(activity.rollups().size() + 1);
            assertThat(reception.body().digest()).isEqualTo(sealed.digest().toString());
        }
    }

    private static Activity read(String folder, long seed, Instant now) {
        var demo = new DemoMemory(Clock.fixed(now, ZoneOffset.UTC)).in(temporary.resolve(folder), seed);
        var home = RecountHome.at(temporary.resolve(folder + "-home"));
        return new MemoryReader(home).read(demo.directory().database(), now, Progress.NONE);
    }
}
