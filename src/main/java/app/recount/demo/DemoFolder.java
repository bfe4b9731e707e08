package app.recount.demo;

import app.recount.store.DataDirectory;
import java.nio.file.Path;

/**
 * A folder with demo data, complete.
 *
 * @param directory its data directory; the demo owns the whole folder
 * @param reused whether it was there before and was left as it stood, with everything that was done in it since
 */
public record DemoFolder(DataDirectory directory, long seed, boolean reused) {

    /** The home folder of the same demo, where its session logs belong. */
    public Path home() {
        return home(directory);
    }

    static Path home(DataDirectory directory) {
        return directory.path().resolve("home");
    }
}
