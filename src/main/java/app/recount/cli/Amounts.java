package app.recount.cli;

import app.recount.text.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tokens, money and times as people read them; what is not known is said so. */
record Amounts(Texts texts) {

    String unknown() {
        return texts.get("cli.amount.unknown");
    }

    String tokens(@Nullable Long count) {
        return count == null ? unknown() : String.format(Locale.ENGLISH, "%,d", count);
    }

    String tokens(Optional<Long> count) {
        return tokens(count.orElse(null));
    }

    String dollars(@Nullable BigDecimal cost) {
        return cost == null
                ? unknown()
                : "$" + cost.setScale(4, RoundingMode.HALF_UP).toPlainString();
    }

    String time(@Nullable Instant at) {
        return at == null ? unknown() : at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The two largest units: “2 h 5 min”. */
    String span(Duration span) {
        if (span.isNegative()) {
            return unknown();
        }
        if (span.toDays() > 0) {
            return in("days", span.toDays(), span.toHoursPart());
        }
        if (span.toHours() > 0) {
            return in("hours", span.toHours(), span.toMinutesPart());
        }
        return span.toMinutes() > 0
                ? in("minutes", span.toMinutes(), span.toSecondsPart())
                : texts.get("cli.amount.seconds", String.valueOf(span.toSeconds()));
    }

    private String in(String units, long larger, int smaller) {
        return texts.get("cli.amount." + units, String.valueOf(larger), String.valueOf(smaller));
    }
}
