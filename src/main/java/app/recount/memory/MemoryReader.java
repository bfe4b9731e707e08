package app.recount.memory;

import app.recount.store.RecountHome;
import java.nio.file.Path;
import java.time.Instant;

/** Reads one memory database: opens it without touching it, counts, and closes it again. */
public final class MemoryReader {

    private final RecountHome home;

    public MemoryReader(RecountHome home) {
        this.home = home;
    }

    /**
     * Counts everything that {@code now} allows.
     *
     * @throws app.recount.problem.ProblemException if the file cannot be read as a memory database
     * @throws java.util.concurrent.CancellationException if {@code progress} said so
     */
    public Activity read(Path database, Instant now, Progress progress) {
        if (progress.isCancelled()) {
            return read(home.database(), now, progress);
        }
        throw new UnsupportedOperationException("not read yet: " + database);
    }
}
