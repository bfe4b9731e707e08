package app.recount.memory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A file that may be a memory database, looked at from outside.
 *
 * @param file the real file: SQLite looks for the log beside it, not beside a link to it
 */
record MemoryDatabase(Path file, DatabaseProblems problems) {

    private static final byte[] SIGNATURE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int SMALLEST_PAGE = 512;

    /** The part of SQLite's header that tells of changes. */
    private static final int HEADER = 100;

    /**
     * Looks what the path is.
     *
     * @throws app.recount.problem.ProblemException if it cannot be a SQLite database
     */
    static MemoryDatabase at(Path path) {
        var problems = new DatabaseProblems(path);
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                throw problems.isDirectory();
            }
            // asked before anything is opened: opening a pipe would wait for its writer
            if (!attributes.isRegularFile()) {
                throw problems.notAFile();
            }
            var database = new MemoryDatabase(path.toRealPath(), problems);
            database.inspect(attributes.size());
            return database;
        } catch (NoSuchFileException e) {
            throw problems.notFound();
        } catch (IOException e) {
            throw leadsInACircle(path) ? problems.leadsInACircle() : problems.unreadable(e);
        }
    }

    /** Of such a link the system says neither that something is there nor that nothing is; nor does it of what lies behind one. */
    private static boolean leadsInACircle(Path path) {
        return Stream.iterate(path.toAbsolutePath(), Objects::nonNull, Path::getParent)
                .anyMatch(part -> Files.isSymbolicLink(part) && !Files.exists(part) && !Files.notExists(part));
    }

    private void inspect(long size) throws IOException {
        if (size == 0) {
            throw problems.empty();
        }
        var start = read(file, 4096);
        if (!Arrays.equals(start, 0, Math.min(start.length, SIGNATURE.length), SIGNATURE, 0, SIGNATURE.length)) {
            throw looksEncrypted(start, size) ? problems.encrypted() : problems.notSqlite();
        }
        if (size < SMALLEST_PAGE) {
            throw problems.corrupt("short");
        }
    }

    /** Encrypted databases are whole pages of seemingly random bytes; archives and pictures are hardly ever whole pages. */
    private static boolean looksEncrypted(byte[] start, long size) {
        return size % SMALLEST_PAGE == 0 && start.length >= SMALLEST_PAGE && bitsPerByte(start) > 7.0;
    }

    private static double bitsPerByte(byte[] bytes) {
        var counts = new int[256];
        for (var each : bytes) {
            counts[each & 0xff]++;
        }
        return Arrays.stream(counts)
                .filter(count -> count > 0)
                .mapToDouble(count -> (double) count / bytes.length)
                .map(share -> -share * Math.log(share) / Math.log(2))
                .sum();
    }

    /** The write-ahead log. */
    Path log() {
        return sibling("-wal");
    }

    /** The rollback journal. */
    Path journal() {
        return sibling("-journal");
    }

    private Path sibling(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    byte[] header() throws IOException {
        return read(file, HEADER);
    }

    /** The beginning of a file, shorter if the file is. */
    static byte[] read(Path file, int length) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            return stream.readNBytes(length);
        }
    }
}
