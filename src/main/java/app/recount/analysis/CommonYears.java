package app.recount.analysis;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The years that a day or an instant may lie in, whoever names it: those of four digits, in UTC. Others do not sort as text, and lie
 * at the ends of what can be reckoned with, where a day has no next one.
 */
public final class CommonYears {

    private CommonYears() {}

    /** The day that is written; empty if it is none or lies elsewhere. */
    public static Optional<LocalDate> day(String written) {
        try {
            return Optional.of(LocalDate.parse(written)).filter(CommonYears::contain);
        } catch (DateTimeException e) {
            return Optional.empty(); // no day, or one that is still being typed
        }
    }

    /** The instant that is written; empty if it is none or lies elsewhere. */
    public static Optional<Instant> instant(String written) {
        try {
            return Optional.of(Instant.parse(written)).filter(CommonYears::contain);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public static boolean contain(Instant at) {
        return contain(at.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private static boolean contain(LocalDate day) {
        return day.getYear() >= 1 && day.getYear() <= 9999;
    }
}
