package app.recount.cli;

import app.recount.delivery.PreviewRequest;
import app.recount.payload.ApiKey;
import app.recount.payload.Destination;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.store.DataDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The options that every command takes.
 *
 * @param database a file instead of the data directory's own
 * @param installId an id instead of the one in {@code telemetry.json}
 * @param now an instant instead of the clock's
 */
record CommonOptions(
        Optional<Path> database,
        Optional<Path> dataDirectory,
        Optional<String> installId,
        Optional<Instant> now,
        Format format) {

    private static final Pattern UUID =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

    /** Changes the bytes, and so the digest: a send names it again. */
    static final String WITHOUT_LOCATION = "--without-location";

    static CommonOptions of(Arguments given) {
        var installId = given.text("--install-id");
        if (installId.filter(id -> !UUID.matcher(id).matches()).isPresent()) {
            throw given.invalid("--install-id", given.texts().get("cli.usage.no-uuid"));
        }
        return new CommonOptions(
                given.path("--database"),
                given.path("--data-dir"),
                installId,
                given.instant("--now"),
                Optional.ofNullable(given.formatWord()).flatMap(Format::byWord).orElse(Format.TEXT));
    }

    /** What the options, the environment and the settings ask for together. */
    PreviewRequest request(Services services, boolean withoutLocation) {
        var environment = services.environment();
        var settings = services.settings().current();
        return new PreviewRequest(
                dataDirectory(services),
                database.map(Path::toAbsolutePath),
                installId,
                now,
                Destination.find(environment, settings.own().host()),
                ApiKey.find(environment, settings.own().apiKey()),
                withoutLocation);
    }

    /** The instant that was named, or now. */
    Instant now(Services services) {
        return now.orElseGet(() -> services.clock().instant());
    }

    DataDirectory dataDirectory(Services services) {
        return dataDirectory
                .map(CommonOptions::folder)
                .map(DataDirectory::named)
                .orElseGet(() -> DataDirectory.locate(
                        services.environment(),
                        services.settings().current().own().dataDirectory()));
    }

    /** One that is missing may come; where something else is, the database was named, or another slip of the pen happened. */
    private static Path folder(Path named) {
        if (Files.exists(named) && !Files.isDirectory(named)) {
            throw new ProblemException(
                    Problem.of("DATA_DIRECTORY_NO_FOLDER", named).explained().advising(Action.read("nameFolder")));
        }
        return named;
    }
}
