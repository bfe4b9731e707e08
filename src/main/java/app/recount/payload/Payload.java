package app.recount.payload;

import app.recount.memory.Activity;
import app.recount.memory.DailyRollup;
import app.recount.memory.DayWindow;
import app.recount.memory.RollupMetric;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * All events of one backfill.
 *
 * @param version 2, or 3 if a compression turn lies in the window
 * @param throughDay the last full day, also when there are no events
 * @param events the days, oldest first, then {@code install_inferred}; empty when nothing may be sent
 */
public record Payload(
        InstallId installId,
        int version,
        Optional<DayWindow> window,
        LocalDate throughDay,
        List<BackfillEvent> events) {

    /** What an ordinary history has. */
    public static final int BASE_VERSION = 2;

    public Payload {
        events = List.copyOf(events);
    }

    /** Turns what was counted into events. */
    public static Payload of(Activity activity, InstallId installId, InstallProfile profile, Directives directives) {
        var events = new ArrayList<BackfillEvent>();
        activity.window().ifPresent(window -> {
            activity.rollups().stream()
                    .sorted(Comparator.comparing(DailyRollup::day))
                    .map(rollup -> daily(rollup, installId, directives))
                    .forEach(events::add);
            events.add(install(window.installDay(), installId, profile, directives));
        });
        return new Payload(installId, version(activity), activity.window(), activity.lastFullDay(), events);
    }

    /** A turn decides it even if nothing is known of its cost, so that a marker says whether turns were looked at. */
    private static int version(Activity activity) {
        return version(!activity.turnsInWindow().isEmpty());
    }

    /** The version of a history, by whether a compression turn lies in its window. */
    public static int version(boolean turnsInWindow) {
        return turnsInWindow ? RollupMetric.GEN_COST_USD.sinceVersion() : BASE_VERSION;
    }

    private static BackfillEvent daily(DailyRollup rollup, InstallId installId, Directives directives) {
        var counted = new LinkedHashMap<String, Object>();
        rollup.values().forEach((metric, value) -> counted.put(metric.key(), value));
        counted.put("backfilled", true);
        var properties = new LinkedHashMap<>(AllowList.DAY.admit(counted).properties());
        properties.put("$process_person_profile", false);
        properties.putAll(directives.properties());
        return event(
                BackfillEvent.Name.HISTORICAL_ACTIVITY, rollup.day().toString(), rollup.day(), installId, properties);
    }

    private static BackfillEvent install(
            LocalDate installDay, InstallId installId, InstallProfile profile, Directives directives) {
        var known = new LinkedHashMap<String, Object>(profile.properties());
        known.put("first_active_date", installDay.toString());
        known.put("backfilled", true);
        var properties = new LinkedHashMap<>(AllowList.INSTALL.admit(known).properties());
        properties.put("$set", AllowList.PERSON.admit(known).properties());
        properties.putAll(directives.properties());
        return event(BackfillEvent.Name.INSTALL_INFERRED, "install", installDay, installId, properties);
    }

    private static BackfillEvent event(
            BackfillEvent.Name name, String idDay, LocalDate day, InstallId installId, Map<String, Object> properties) {
        UUID uuid = EventId.of(installId.value(), name.text(), idDay);
        return new BackfillEvent(name, installId.value(), uuid, day, properties);
    }
}
