package app.recount.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Which runs a backfill looks at; the same for both. */
final class BackfillOptions {

    private BackfillOptions() {}

    static void declare(Declaration takes) {
        takes.text("--tool", "TOOL");
        takes.text("--since", "DATE");
        takes.text("--until", "DATE");
        takes.number("--limit", "N");
        takes.flag("--force");
        takes.flag("--dry-run");
    }

    static Optional<Instant> since(Arguments given) {
        return given.day("--since").map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    static Optional<LocalDate> until(Arguments given) {
        return given.day("--until");
    }
}
