package app.recount.delivery;

import app.recount.payload.ApiKey;
import app.recount.payload.Destination;
import app.recount.store.DataDirectory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What a preview is asked for.
 *
 * @param database a file to inspect instead of the data directory's own
 * @param installId an id to try instead of the one that stands in {@code telemetry.json}
 * @param now an instant to pretend instead of the clock's
 */
public record PreviewRequest(
        DataDirectory dataDirectory,
        Optional<Path> database,
        Optional<String> installId,
        Optional<Instant> now,
        Destination destination,
        ApiKey key,
        boolean withoutLocation) {

    /** The ordinary case: the data directory's own database, its own install id, now, with location. */
    public static PreviewRequest of(DataDirectory dataDirectory, Destination destination, ApiKey key) {
        return new PreviewRequest(
                dataDirectory, Optional.empty(), Optional.empty(), Optional.empty(), destination, key, false);
    }

    public PreviewRequest withDatabase(Path file) {
        return new PreviewRequest(dataDirectory, Optional.of(file), installId, now, destination, key, withoutLocation);
    }

    public PreviewRequest withoutLocation(boolean without) {
        return new PreviewRequest(dataDirectory, database, installId, now, destination, key, without);
    }

    /** Without a pretended install id. */
    PreviewRequest asOwn() {
        return new PreviewRequest(dataDirectory, database, Optional.empty(), now, destination, key, withoutLocation);
    }

    /** The file that is read. */
    public Path databaseFile() {
        return database.orElseGet(dataDirectory::database);
    }
}
