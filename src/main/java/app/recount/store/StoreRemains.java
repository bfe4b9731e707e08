package app.recount.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** recount.db with what SQLite keeps beside it: as one thing, because the database alone is only half of what was written. */
record StoreRemains(Path file) {

    /** Its write-ahead log, and the journal that a crash in the middle of a change leaves. */
    private static final List<String> HOLD_CONTENT = List.of("-wal", "-journal");

    private static final String SET_ASIDE = ".unreadable-";

    /** Whether a log stands there without its database: SQLite would throw it away and begin anew. */
    boolean isWithoutDatabase() throws IOException {
        return size(file) == 0 && size(beside(file, "-wal")) > 0;
    }

    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    /**
     * Moves all of it to {@code recount.db.unreadable-<n>}, never over anything, and returns that name. The database goes last: were
     * this interrupted, the next start would find it damaged as before, and not a new one beside an old log, which would be damage.
     */
    Path setAside() throws IOException {
        var target = free();
        for (var suffix : HOLD_CONTENT) {
            if (Files.exists(beside(file, suffix))) {
                Files.move(beside(file, suffix), beside(target, suffix));
            }
        }
        Files.deleteIfExists(beside(file, "-shm")); // an index of the log, which can always be made again
        if (Files.exists(file)) {
            Files.move(file, target);
        }
        return target;
    }

    /**
     * What stands set aside beside a new database, which cannot know of it: one that was interrupted, or had no room, between setting aside and making
     * anew. Of several, the one with the highest number.
     */
    Optional<Path> setAsideBefore() throws IOException {
        var kept = Pattern.compile(Pattern.quote(file.getFileName() + SET_ASIDE) + "(\\d{1,9})(-wal|-journal)?");
        try (var beside =
                Files.list(Objects.requireNonNull(file.toAbsolutePath().getParent()))) {
            return beside.map(path -> kept.matcher(path.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> Integer.valueOf(name.group(1)))
                    .max(Comparator.naturalOrder())
                    .map(number -> beside(file, SET_ASIDE + number));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Path free() {
        for (int n = 1; ; n++) {
            var target = beside(file, SET_ASIDE + n);
            boolean taken = Files.exists(target)
                    || HOLD_CONTENT.stream()
                            .anyMatch(suffix ->
                                    Files.exists(beside(file, suffix)) && Files.exists(beside(target, suffix)));
            if (!taken) {
                return target;
            }
        }
    }

    /** What tells the file that stands there now from one that was there before; empty if none does. */
    Optional<Object> identity() throws IOException {
        try {
            var key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return Optional.of(key == null ? file : key); // without keys an open file cannot be replaced either
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
