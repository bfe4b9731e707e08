package app.recount.memory;

import app.recount.store.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** A private copy of a memory database and of what stands beside it, taken while somebody may be writing. */
final class MemorySnapshot implements AutoCloseable {

    /** Up to and with the salts, which change when the log is begun anew. */
    private static final int LOG_HEADER = 32;

    /** For SQLite's index of the log, and so that the disk is not filled to the last byte. */
    private static final long SPARE_BYTES = 16L << 20;

    private final MemoryDatabase source;
    private final SnapshotFolder folder;

    private MemorySnapshot(MemoryDatabase source, SnapshotFolder folder) {
        this.source = source;
        this.folder = folder;
    }

    /**
     * Takes a copy; empty if a change in the middle spoiled it, so that it has to be tried again.
     *
     * @param parent where private copies are kept
     */
    static Optional<MemorySnapshot> of(MemoryDatabase source, Path parent, Progress progress) throws IOException {
        var folder = SnapshotFolder.create(parent);
        var snapshot = new MemorySnapshot(source, folder);
        var good = false;
        try {
            good = snapshot.copy(progress);
            return good ? Optional.of(snapshot) : Optional.empty();
        } catch (NoSuchFileException e) {
            // a log or a journal went away, which is a change; the database itself is missed at the next attempt
            return Optional.empty();
        } finally {
            if (!good) {
                folder.close();
            }
        }
    }

    /**
     * The database first, then its log: a checkpoint may move pages from the log into the database meanwhile, but as long as the
     * log is not begun anew, all of them still stand in it, and what stands in the log goes first.
     */
    private boolean copy(Progress progress) throws IOException {
        var before = Fingerprint.of(source);
        var header = source.header();
        var logHeader = logHeader();
        checkSpace(before);
        var copy = new FileCopy(progress);
        copy.copy(source.file(), file());
        if (before.journal().isPresent()) {
            copy.copy(source.journal(), beside("-journal"));
        }
        if (before.log().isPresent()) {
            copy.copy(source.log(), beside("-wal"));
        }
        var after = Fingerprint.of(source);
        var sameLog = Arrays.equals(logHeader, logHeader());
        if (!sameLog || !after.journal().equals(before.journal())) {
            return false;
        }
        // only a log makes up for a change of the database itself
        var logAlone = before.log().isPresent() && before.journal().isEmpty();
        return logAlone || (after.equals(before) && Arrays.equals(header, source.header()));
    }

    private byte[] logHeader() throws IOException {
        return Files.exists(source.log()) ? MemoryDatabase.read(source.log(), LOG_HEADER) : new byte[0];
    }

    private void checkSpace(Fingerprint fingerprint) throws IOException {
        var needed = fingerprint.database().size()
                + fingerprint.log().map(Fingerprint.FileState::size).orElse(0L)
                + fingerprint.journal().map(Fingerprint.FileState::size).orElse(0L)
                + SPARE_BYTES;
        var free = Files.getFileStore(folder.path()).getUsableSpace();
        if (free < needed) {
            throw source.problems().diskFull(folder.path(), needed, free);
        }
    }

    /** The copy of the database; SQLite finds the rest beside it. */
    Path file() {
        return folder.path().resolve("memory.db");
    }

    private Path beside(String suffix) {
        return file().resolveSibling(file().getFileName() + suffix);
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
