package app.recount.store;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of Recount's own files, readable by the user alone. Nothing outside it is ever written without being asked.
 *
 * @param folder {@code RECOUNT_HOME}, else the platform's data directory; exists once {@link #at} returned
 */
public record RecountHome(Path folder) {

    /** Java puts this letter where bytes of a variable are none in this locale; the folder that it names then is another one. */
    private static final char LOST = '\uFFFD';

    /**
     * Finds the folder by the environment and makes sure that it exists.
     *
     * @throws ProblemException {@code PATH_NOT_USABLE} if letters of its name were lost; {@code HOME_NOT_WRITABLE}
     */
    public static RecountHome locate(Environment environment) {
        var folder = environment
                .filled("RECOUNT_HOME")
                .map(environment::expand)
                .orElseGet(() -> platformFolder(environment));
        if (folder.toString().indexOf(LOST) >= 0) {
            throw new ProblemException(Problem.of("PATH_NOT_USABLE.home", folder)
                    .explained()
                    .advising(Action.read("setLocale"), Action.read("setHome")));
        }
        return at(folder);
    }

    /** Uses this folder, creating it if need be. */
    public static RecountHome at(Path folder) {
        var absolute = folder.toAbsolutePath().normalize();
        try {
            OwnerOnly.createDirectories(absolute);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("HOME_NOT_WRITABLE.create", absolute).because(e).advising(Action.read("setHome")), e);
        }
        return new RecountHome(absolute);
    }

    private static Path platformFolder(Environment environment) {
        if (environment.isMac()) {
            return environment.home().resolve("Library/Application Support/Recount");
        }
        if (environment.isWindows()) {
            return environment
                    .filled("LOCALAPPDATA")
                    .map(Path::of)
                    .orElse(environment.home())
                    .resolve("Recount");
        }
        return environment
                .filled("XDG_DATA_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(environment.home().resolve(".local/share"))
                .resolve("recount");
    }

    public Path database() {
        return folder.resolve("recount.db");
    }

    public Path receipts() {
        return folder.resolve("receipts.jsonl");
    }

    public Path settings() {
        return folder.resolve("settings.json");
    }

    /** The user's own prices of models, if there are any. */
    public Path prices() {
        return folder.resolve("prices.json");
    }

    /** Sealed payloads by digest. */
    public Path approved() {
        return subfolder("approved");
    }

    /** Private copies of memory databases while they are read. */
    public Path snapshots() {
        return subfolder("snapshots");
    }

    /** Demo data, each in a folder of its own. */
    public Path demo() {
        return subfolder("demo");
    }

    private Path subfolder(String name) {
        var path = folder.resolve(name);
        if (!Files.isDirectory(path)) {
            at(path);
        }
        return path;
    }
}
