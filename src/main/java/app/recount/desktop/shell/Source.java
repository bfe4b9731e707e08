package app.recount.desktop.shell;

import app.recount.delivery.PreviewRequest;
import app.recount.payload.ApiKey;
import app.recount.payload.Destination;
import app.recount.store.DataDirectory;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the window looks at, and where its payload would go.
 *
 * @param database a file other than the data directory's own
 * @param demo whether all of it was made by Recount and the destination is the rehearsal receiver on this machine
 */
public record Source(
        DataDirectory dataDirectory, Optional<Path> database, Destination destination, ApiKey key, boolean demo) {

    public Path databaseFile() {
        return database.orElseGet(dataDirectory::database);
    }

    PreviewRequest request(boolean withoutLocation) {
        var request = PreviewRequest.of(dataDirectory, destination, key).withoutLocation(withoutLocation);
        return database.map(request::withDatabase).orElse(request);
    }
}
