package app.recount.desktop.analyses;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The axis of time below a curve.
 *
 * @param step between two of the ticks
 */
record CurveAxis(Instant from, Instant to, Duration step, List<Instant> ticks) {

    private static final List<Duration> STEPS = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(7),
            Duration.ofDays(30));

    private static final DateTimeFormatter SECONDS = format("HH:mm:ss");
    private static final DateTimeFormatter MINUTES = format("HH:mm");
    private static final DateTimeFormatter HOURS = format("d MMM HH:mm");
    private static final DateTimeFormatter DAYS = format("d MMM");

    /** Round moments, at most {@code most} of them; a run that has only begun gets a minute. */
    static CurveAxis of(Instant from, Instant to, int most) {
        var end = to.isBefore(from.plusSeconds(60)) ? from.plusSeconds(60) : to;
        var span = Duration.between(from, end);
        var step = STEPS.stream()
                .filter(each -> span.dividedBy(each) <= Math.max(1, most))
                .findFirst()
                .orElse(span.dividedBy(Math.max(1, most)));
        var ticks = new ArrayList<Instant>();
        long unit = Math.max(1, step.toSeconds());
        long first = Math.ceilDiv(from.getEpochSecond(), unit) * unit;
        for (long at = first; at <= end.getEpochSecond(); at += unit) {
            ticks.add(Instant.ofEpochSecond(at));
        }
        return new CurveAxis(from, end, step, List.copyOf(ticks));
    }

    /** Where a moment lies, 0 to 1. */
    double position(Instant moment) {
        double whole = Duration.between(from, to).toMillis();
        return Math.clamp(Duration.between(from, moment).toMillis() / whole, 0, 1);
    }

    Instant moment(double position) {
        return from.plusMillis(Math.round(Duration.between(from, to).toMillis() * Math.clamp(position, 0, 1)));
    }

    /** As short as the ticks allow. */
    String label(Instant tick) {
        if (step.compareTo(Duration.ofMinutes(1)) < 0) {
            return SECONDS.format(tick);
        }
        if (step.compareTo(Duration.ofDays(1)) >= 0) {
            return DAYS.format(tick);
        }
        return Duration.between(from, to).compareTo(Duration.ofDays(1)) > 0 ? HOURS.format(tick) : MINUTES.format(tick);
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
