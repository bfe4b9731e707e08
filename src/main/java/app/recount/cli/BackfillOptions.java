package app.recount.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Which runs a backfill looks at; the same for both. */
final class BackfillOptions {

    private BackfillOptions() {}

    static void declare(CommandSpec spec) {
        spec.addOption(CommonOptions.value("--tool", "TOOL", String.class, "Only runs with this tool."));
        spec.addOption(CommonOptions.value("--since", "DATE", String.class, "Only runs of this day (UTC) or later."));
        spec.addOption(CommonOptions.value("--until", "DATE", String.class, "Only runs up to this day, included."));
        spec.addOption(
                CommonOptions.value("--limit", "N", Integer.class, "At most so many; 0, all of them, without it."));
        spec.addOption(CommonOptions.flag("--force", "Also change what is there already."));
        spec.addOption(CommonOptions.flag("--dry-run", "Show every change, make none."));
    }

    static Optional<Instant> since(ParseResult parsed) {
        return day(parsed, "--since")
                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    static Optional<LocalDate> until(ParseResult parsed) {
        return day(parsed, "--until");
    }

    private static Optional<LocalDate> day(ParseResult parsed, String option) {
        return CommonOptions.text(parsed, option).map(written -> {
            try {
                return LocalDate.parse(written);
            } catch (DateTimeException e) {
                throw CommonOptions.invalid(parsed, option, "“%s” is no day such as 2026-05-11".formatted(written));
            }
        });
    }
}
