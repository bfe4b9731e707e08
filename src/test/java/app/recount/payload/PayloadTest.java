package app.recount.payload;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.memory.Activity;
import app.recount.memory.DailyRollup;
import app.recount.memory.DayWindow;
import app.recount.memory.Fingerprint;
import app.recount.memory.Fingerprint.FileState;
import app.recount.memory.MemorySchema;
import app.recount.memory.ReadMode;
import app.recount.memory.RollupMetric;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PayloadTest {

    private static final Instant NOW = Instant.parse("2026-06-12T09:30:00Z");
    private static final LocalDate INSTALL_DAY = LocalDate.of(2026, 5, 11);
    private static final InstallProfile PROFILE =
            new InstallProfile(Map.of("os", "linux", "version", "13.15.3", "is_ci", false), List.of());

    @Test
    void days_come_oldest_first_and_the_install_last() {
        var payload = payload(false, rollup(13, Map.of()), rollup(11, Map.of()));

        assertThat(payload.events())
                .extracting(BackfillEvent::timestamp)
                .containsExactly("2026-05-11T12:00:00.000Z", "2026-05-13T12:00:00.000Z", "2026-05-11T12:00:00.000Z");
        assertThat(payload.events().getLast().name()).isEqualTo(BackfillEvent.Name.INSTALL_INFERRED);
    }

    @Test
    void a_day_carries_its_counters_and_nothing_about_the_install() {
        var day = payload(false, rollup(11, Map.of(RollupMetric.SESSION_COUNT, BigDecimal.TWO)))
                .events()
                .getFirst();

        assertThat(day.properties().keySet())
                .containsExactly("session_count", "backfilled", "$process_person_profile", "$lib", "$lib_version");
    }

    @Test
    void the_install_carries_what_is_known_and_its_person_subset() {
        var install = payload(false).events().getLast();

        assertThat(install.properties().keySet())
                .containsExactly(
                        "version", "os", "is_ci", "first_active_date", "backfilled", "$set", "$lib", "$lib_version");
        assertThat(install.properties().get("$set"))
                .isEqualTo(Map.of("version", "13.15.3", "os", "linux", "first_active_date", "2026-05-11"));
    }

    @Test
    void sending_without_location_changes_every_event() {
        assertThat(payload(true, rollup(11, Map.of())).events())
                .allSatisfy(event -> assertThat(event.properties()).containsEntry("$geoip_disable", true));
        assertThat(payload(false, rollup(11, Map.of())).events())
                .noneSatisfy(event -> assertThat(event.properties()).containsKey("$geoip_disable"));
    }

    @Test
    void nothing_to_send_is_version_2_through_the_last_full_day() {
        var payload = Payload.of(
                activity(Optional.empty()),
                new InstallId("me", InstallId.Origin.OPTION),
                PROFILE,
                new Directives("1.2.0", false));

        assertThat(payload.events()).isEmpty();
        assertThat(payload.version()).isEqualTo(2);
        assertThat(payload.throughDay()).isEqualTo(LocalDate.of(2026, 6, 9));
    }

    private static Payload payload(boolean withoutLocation, DailyRollup... rollups) {
        return Payload.of(
                activity(Optional.of(new DayWindow(INSTALL_DAY, LocalDate.of(2026, 6, 9))), rollups),
                new InstallId("me", InstallId.Origin.OPTION),
                PROFILE,
                new Directives("1.2.0", withoutLocation));
    }

    private static Activity activity(Optional<DayWindow> window, DailyRollup... rollups) {
        return new Activity(
                Path.of("claude-mem.db"),
                ReadMode.IMMUTABLE,
                new Fingerprint(new FileState(1, FileTime.from(NOW)), Optional.empty(), Optional.empty()),
                NOW,
                window.map(DayWindow::installDay),
                DayWindow.lastFullDay(NOW),
                window,
                List.of(rollups),
                List.of(),
                new MemorySchema(List.of()),
                List.of());
    }

    private static DailyRollup rollup(int day, Map<RollupMetric, BigDecimal> values) {
        return new DailyRollup(LocalDate.of(2026, 5, day), values, Map.of(), Map.of());
    }
}
