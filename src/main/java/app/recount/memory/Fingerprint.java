package app.recount.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a memory database and the files beside it looked at one moment, without opening any of them. Equal fingerprints: nobody
 * wrote in between, as far as the file system tells.
 */
public record Fingerprint(FileState database, Optional<FileState> log, Optional<FileState> journal) {

    /** What file systems with a sense of time count in. */
    private static final Duration COARSEST_STEP = Duration.ofMillis(20);

    /** One file's outside. */
    public record FileState(long size, FileTime modified) {

        static FileState of(Path file) throws IOException {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileState(attributes.size(), attributes.lastModifiedTime());
        }

        /** Empty if there is no such file, or nothing in it. */
        static Optional<FileState> ofFilled(Path file) throws IOException {
            try {
                return Optional.of(of(file)).filter(state -> state.size > 0);
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        }
    }

    static Fingerprint of(MemoryDatabase database) throws IOException {
        return new Fingerprint(
                FileState.of(database.file()),
                FileState.ofFilled(database.log()),
                FileState.ofFilled(database.journal()));
    }

    /**
     * Whether a further change would show: file systems count time in steps, so a file written a moment ago may be written again
     * without looking any younger.
     */
    boolean isSettled(Instant clock) {
        return Duration.between(database.modified().toInstant(), clock).abs().compareTo(COARSEST_STEP) > 0;
    }

    /** Nothing stands beside the database that would have to be read with it. */
    boolean isQuiet() {
        return log.isEmpty() && journal.isEmpty();
    }
}
