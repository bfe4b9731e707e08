package app.recount.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The UTC days that a backfill may contain: whole days from the install day to the last full day, both included. */
public record DayWindow(LocalDate installDay, LocalDate lastFullDay) {

    /** 48 h that PostHog demands of historical events, plus 12 h because events are stamped at noon. */
    static final Duration LAG = Duration.ofHours(60);

    /** Rows before this instant are ignored everywhere; claude-mem is younger. */
    public static final Instant FLOOR = Instant.parse("2024-01-01T00:00:00Z");

    /** Empty when the first activity is too young for any day to be sent. */
    public static Optional<DayWindow> of(LocalDate installDay, Instant now) {
        var window = new DayWindow(installDay, lastFullDay(now));
        return installDay.isAfter(window.lastFullDay) ? Optional.empty() : Optional.of(window);
    }

    public static LocalDate lastFullDay(Instant now) {
        return utcDay(now.minus(LAG));
    }

    public static LocalDate utcDay(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(installDay) && !day.isAfter(lastFullDay);
    }

    /** Days from the first to the last, both counted. */
    public long length() {
        return ChronoUnit.DAYS.between(installDay, lastFullDay) + 1;
    }
}
