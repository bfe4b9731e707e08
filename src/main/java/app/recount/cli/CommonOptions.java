package app.recount.cli;

import app.recount.delivery.PreviewRequest;
import app.recount.payload.ApiKey;
import app.recount.payload.Destination;
import app.recount.store.DataDirectory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The options that every command takes.
 *
 * @param database a file instead of the data directory's own
 * @param installId an id instead of the one in {@code telemetry.json}
 * @param now an instant instead of the clock's
 */
record CommonOptions(
        Optional<String> database,
        Optional<String> dataDirectory,
        Optional<String> installId,
        Optional<Instant> now,
        Format format) {

    private static final Pattern UUID =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

    private static final String FORMAT = "--format";

    /** Changes the bytes, and so the digest: a send names it again. */
    static final String WITHOUT_LOCATION = "--without-location";

    static void declare(CommandSpec spec, Format... formats) {
        declareSurroundings(spec);
        spec.addOption(format(
                "Print the result as: %s; text without it.",
                Arrays.stream(formats).map(Format::word).toList()));
    }

    /** The option that names a form; {@code %s} in the description becomes the words that it takes. */
    static OptionSpec format(String description, List<String> words) {
        return OptionSpec.builder(FORMAT)
                .paramLabel("FORMAT")
                .type(String.class)
                .completionCandidates(words)
                .description(description.formatted(String.join(", ", words)))
                .build();
    }

    static OptionSpec required(String name, String label, String description) {
        return value(name, label, String.class, description).toBuilder()
                .required(true)
                .build();
    }

    /** All but the form, for a command that has forms of its own. */
    static void declareSurroundings(CommandSpec spec) {
        spec.addOption(value(
                "--database",
                "FILE",
                String.class,
                "Inspect this memory database, instead of the data directory's own; only that one can be sent."));
        spec.addOption(value(
                "--data-dir",
                "DIR",
                String.class,
                "Use this data directory of claude-mem, instead of the one that is found."));
        spec.addOption(value("--install-id", "UUID", String.class, "Use this install id for the preview."));
        spec.addOption(value(
                "--now",
                "INSTANT",
                String.class,
                "Count as of this instant (ISO 8601), such as 2026-06-01T10:00:00Z."));
    }

    static OptionSpec value(String name, String label, Class<?> type, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(type)
                .description(description)
                .build();
    }

    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .description(description)
                .build();
    }

    static OptionSpec withoutLocation() {
        return flag(
                WITHOUT_LOCATION,
                "Put $geoip_disable into every event, so that the server derives no location from the sender's"
                        + " address; changes the bytes and so the digest.");
    }

    static CommonOptions of(ParseResult parsed) {
        Optional<String> installId = text(parsed, "--install-id");
        if (installId.filter(id -> !UUID.matcher(id).matches()).isPresent()) {
            throw usage(parsed, "Invalid value for option '--install-id': it must be a UUID");
        }
        return new CommonOptions(
                text(parsed, "--database"),
                text(parsed, "--data-dir"),
                installId,
                instant(parsed, "--now"),
                format(parsed));
    }

    static Optional<Instant> instant(ParseResult parsed, String option) {
        return text(parsed, option).map(written -> {
            try {
                return Instant.parse(written);
            } catch (DateTimeParseException e) {
                throw invalid(parsed, option, "“%s” is no instant such as 2026-05-11T12:00:00Z".formatted(written));
            }
        });
    }

    static Optional<String> text(ParseResult parsed, String option) {
        return Optional.ofNullable(parsed.matchedOptionValue(option, (String) null));
    }

    static boolean has(ParseResult parsed, String flag) {
        return parsed.matchedOptionValue(flag, false);
    }

    static ParameterException usage(ParseResult parsed, String message) {
        return new ParameterException(parsed.commandSpec().commandLine(), message);
    }

    /** Words between commas; none if the option is not there. */
    static List<String> words(ParseResult parsed, String option) {
        return text(parsed, option).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** A number that may not be below zero; {@code absent} if the option is not there. */
    static int count(ParseResult parsed, String option, int absent) {
        int count = parsed.matchedOptionValue(option, absent);
        if (count < 0) {
            throw invalid(parsed, option, "it must not be below 0");
        }
        return count;
    }

    /** A count of anything, which is never below zero. */
    static @Nullable Long total(ParseResult parsed, String option) {
        var total = parsed.matchedOptionValue(option, (Long) null);
        if (total != null && total < 0) {
            throw invalid(parsed, option, "it must not be below 0");
        }
        return total;
    }

    static ParameterException invalid(ParseResult parsed, String option, String why) {
        return usage(parsed, "Invalid value for option '%s': %s".formatted(option, why));
    }

    /** One of the words that the option takes, or null where the option is not there. */
    static @Nullable String formatWord(ParseResult parsed) {
        var word = text(parsed, FORMAT);
        var allowed = parsed.commandSpec().findOption(FORMAT).completionCandidates();
        if (word.isPresent()
                && StreamSupport.stream(allowed.spliterator(), false).noneMatch(word.get()::equals)) {
            throw invalid(parsed, FORMAT, "it must be one of " + allowed);
        }
        return word.orElse(null);
    }

    private static Format format(ParseResult parsed) {
        var word = formatWord(parsed);
        return word == null ? Format.TEXT : Format.byWord(word).orElse(Format.TEXT);
    }

    /** What the options, the environment and the settings ask for together. */
    PreviewRequest request(Services services, boolean withoutLocation) {
        var environment = services.environment();
        var settings = services.settings().current();
        return new PreviewRequest(
                dataDirectory(services),
                database.map(environment::expand).map(Path::toAbsolutePath),
                installId,
                now,
                Destination.find(environment, settings.host()),
                ApiKey.find(environment, settings.apiKey()),
                withoutLocation);
    }

    /** The instant that was named, or now. */
    Instant now(Services services) {
        return now.orElseGet(() -> services.clock().instant());
    }

    DataDirectory dataDirectory(Services services) {
        var environment = services.environment();
        return DataDirectory.locate(
                environment,
                dataDirectory
                        .map(environment::expand)
                        .or(() -> services.settings().current().dataDirectory()));
    }
}
