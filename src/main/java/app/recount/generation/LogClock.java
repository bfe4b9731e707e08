package app.recount.generation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Turns the local times of one log into instants. An hour that a clock change repeats is told apart by the order of the lines: they were
 * written one after the other, so a time that seems to lie before the line above belongs to the second pass.
 */
final class LogClock {

    /** Lines of two threads may change places, but not by more than this. */
    private static final Duration DISORDER = Duration.ofMinutes(1);

    private final ZoneId zone;
    private @Nullable Instant last;
    private long skipped;

    LogClock(ZoneId zone) {
        this.zone = zone;
    }

    Instant instant(LocalDateTime local) {
        var offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            // no clock of the zone ever showed it; the instant is right if only the change came late
            skipped++;
        }
        var instant = local.atZone(zone).toInstant();
        if (offsets.size() == 2 && last != null && instant.isBefore(last.minus(DISORDER))) {
            instant = local.toInstant(offsets.getLast());
        }
        last = instant;
        return instant;
    }

    /** How many times the zone does not have: a sign that the writer's clock followed another zone. */
    long skipped() {
        return skipped;
    }
}
