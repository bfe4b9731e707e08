package app.recount.session;

import app.recount.store.DataDirectory;
import app.recount.store.Environment;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares the folders that agents worked in: by real path as long as they exist, else as they are written. */
final class SessionFolders {

    private static final String OBSERVER = "observer-sessions";

    private final Environment environment;
    private final Map<String, Optional<Path>> seen = new HashMap<>();

    SessionFolders(Environment environment) {
        this.environment = environment;
    }

    boolean isSame(@Nullable String folder, Path other) {
        return real(folder).filter(real(other)::equals).isPresent();
    }

    /** Whether claude-mem's own observer worked there: such a session compresses others and is nobody's current one. */
    boolean isObservers(@Nullable String folder) {
        var observer =
                DataDirectory.locate(environment, Optional.empty()).path().resolve(OBSERVER);
        return real(folder)
                .filter(path -> path.startsWith(real(observer)) || path.endsWith(Path.of(".claude-mem", OBSERVER)))
                .isPresent();
    }

    private Optional<Path> real(@Nullable String folder) {
        return folder == null || folder.isBlank() ? Optional.empty() : seen.computeIfAbsent(folder, this::parse);
    }

    private Optional<Path> parse(String folder) {
        try {
            return Optional.of(real(Path.of(folder)));
        } catch (InvalidPathException e) {
            return Optional.empty(); // a folder of another system, or none at all
        }
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.toAbsolutePath().normalize();
        }
    }
}
