package app.recount.cli;

import app.recount.delivery.PreviewRequest;
import app.recount.payload.ApiKey;
import app.recount.payload.Destination;
import app.recount.store.DataDirectory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /** Changes the bytes, and so the digest: a send names it again. */
    static final String WITHOUT_LOCATION = "--without-location";

    static void declare(CommandSpec spec, Format... formats) {
        spec.addOption(value("--database", "FILE", String.class, "Inspect this memory database."));
        spec.addOption(value("--data-dir", "DIR", String.class, "Use this data directory of claude-mem."));
        spec.addOption(value("--install-id", "UUID", String.class, "Use this install id."));
        spec.addOption(value("--now", "INSTANT", String.class, "Count as of this instant (ISO 8601)."));
        var words = Arrays.stream(formats).map(Format::word).collect(Collectors.joining(", "));
        spec.addOption(OptionSpec.builder("--format")
                .paramLabel("FORMAT")
                .type(String.class)
                .completionCandidates(Arrays.stream(formats).map(Format::word).toList())
                .description("Print the result as: %s.".formatted(words))
                .build());
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
                "Ask the server not to derive a location from the sender's address; changes the bytes.");
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
                text(parsed, "--now").map(now -> instant(parsed, now)),
                format(parsed));
    }

    private static Instant instant(ParseResult parsed, String written) {
        try {
            return Instant.parse(written);
        } catch (DateTimeParseException e) {
            throw usage(
                    parsed,
                    "Invalid value for option '--now': “%s” is no instant such as 2026-05-11T12:00:00Z"
                            .formatted(written));
        }
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

    private static Format format(ParseResult parsed) {
        var word = parsed.matchedOptionValue("--format", Format.TEXT.word());
        var allowed = parsed.commandSpec().findOption("--format").completionCandidates();
        for (var candidate : allowed) {
            if (candidate.equals(word)) {
                return Format.byWord(word).orElseThrow();
            }
        }
        throw usage(parsed, "Invalid value for option '--format': it must be one of %s".formatted(allowed));
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

    DataDirectory dataDirectory(Services services) {
        var environment = services.environment();
        return DataDirectory.locate(
                environment,
                dataDirectory
                        .map(environment::expand)
                        .or(() -> services.settings().current().dataDirectory()));
    }
}
