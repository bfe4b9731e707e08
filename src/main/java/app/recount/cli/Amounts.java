package app.recount.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tokens, money and times as people read them; what is not known is said so. */
final class Amounts {

    static final String UNKNOWN = "unknown";

    private Amounts() {}

    static String tokens(@Nullable Long count) {
        return count == null ? UNKNOWN : String.format(Locale.ENGLISH, "%,d", count);
    }

    static String tokens(Optional<Long> count) {
        return tokens(count.orElse(null));
    }

    static String dollars(@Nullable BigDecimal cost) {
        return cost == null
                ? UNKNOWN
                : "$" + cost.setScale(4, RoundingMode.HALF_UP).toPlainString();
    }

    static String time(@Nullable Instant at) {
        return at == null ? UNKNOWN : at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The two largest units: “2 h 5 min”. */
    static String span(Duration span) {
        if (span.isNegative()) {
            return UNKNOWN;
        }
        if (span.toDays() > 0) {
            return "%d d %d h".formatted(span.toDays(), span.toHoursPart());
        }
        if (span.toHours() > 0) {
            return "%d h %d min".formatted(span.toHours(), span.toMinutesPart());
        }
        return span.toMinutes() > 0
                ? "%d min %d s".formatted(span.toMinutes(), span.toSecondsPart())
                : "%d s".formatted(span.toSeconds());
    }
}
