package app.recount.memory;

import app.recount.problem.ProblemException;
import app.recount.store.Progress;
import app.recount.store.RecountHome;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Reads one memory database: opens it without touching it, counts, and closes it again. */
public final class MemoryReader {

    private static final int ATTEMPTS = 10;

    /** After so many, a copy is taken even though nothing stands beside the database. */
    private static final int ATTEMPTS_IN_PLACE = 3;

    private static final Duration PAUSE = Duration.ofMillis(50);

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
        var file = MemoryDatabase.at(database);
        var reader = new ActivityReader(database, file, now, progress);
        try {
            SnapshotFolder.sweep(home.snapshots());
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                checkCancelled(progress);
                var before = Fingerprint.of(file);
                var activity = before.isQuiet() && attempt <= ATTEMPTS_IN_PLACE
                        ? inPlace(reader, file, before, progress)
                        : fromSnapshot(reader, file, before, progress);
                if (activity.isPresent()) {
                    return activity.get();
                }
                Thread.sleep(PAUSE);
            }
            throw file.problems().changing();
        } catch (IOException e) {
            throw file.problems().unreadable(e);
        } catch (SQLException e) {
            checkCancelled(progress); // SQLite tells of it as of any other failure
            throw file.problems().failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for a quiet moment");
        }
    }

    /** Empty if the file changed meanwhile: whatever was read, or whatever went wrong, then means nothing. */
    private static Optional<Activity> inPlace(
            ActivityReader reader, MemoryDatabase file, Fingerprint before, Progress progress)
            throws IOException, SQLException {
        if (!before.isSettled(Instant.now())) {
            return Optional.empty();
        }
        var header = file.header();
        try {
            var activity =
                    reader.read(() -> MemoryConnection.immutable(file.file(), progress), ReadMode.IMMUTABLE, before);
            return isSame(file, before, header) ? Optional.of(activity) : Optional.empty();
        } catch (SQLException | ProblemException e) {
            if (isSame(file, before, header)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static boolean isSame(MemoryDatabase file, Fingerprint before, byte[] header) throws IOException {
        return Fingerprint.of(file).equals(before) && Arrays.equals(file.header(), header);
    }

    private Optional<Activity> fromSnapshot(
            ActivityReader reader, MemoryDatabase file, Fingerprint before, Progress progress)
            throws IOException, SQLException {
        var taken = MemorySnapshot.of(file, home.snapshots(), progress);
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        try (var snapshot = taken.get()) {
            return Optional.of(reader.read(
                    () -> MemoryConnection.privateCopy(snapshot.file(), progress), ReadMode.SNAPSHOT, before));
        }
    }

    private static void checkCancelled(Progress progress) {
        if (progress.isCancelled()) {
            throw new CancellationException("nobody wants the reading any more");
        }
    }
}
