package app.recount.report;

import app.recount.analysis.CommonYears;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads times as other programs write them. */
final class Timestamps {

    private static final List<Function<String, Instant>> FORMS = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC), // Python's utcnow() says no zone
            text -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());

    private Timestamps() {}

    /** ISO 8601 with offset; without one it is UTC; a day alone is its beginning. Empty outside of the {@link CommonYears}. */
    static Optional<Instant> read(String written) {
        var text = written.strip().replaceFirst("(?<=^\\d{4}-\\d\\d-\\d\\d) +", "T");
        for (var form : FORMS) {
            try {
                return Optional.of(form.apply(text)).filter(CommonYears::contain);
            } catch (DateTimeException e) {
                // another form may fit
            }
        }
        return Optional.empty();
    }
}
