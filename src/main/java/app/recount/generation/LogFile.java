package app.recount.generation;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * One of claude-mem's own logs, as it is or put away by a rotation.
 *
 * @param startDay the UTC day on which the process that wrote it started; lines of later days stand in it too
 * @param rotated whether its beginning may stand in another file
 */
record LogFile(Path path, LocalDate startDay, boolean rotated) {

    private static final Pattern NAME =
            Pattern.compile("claude-mem-(\\d{4}-\\d{2}-\\d{2})((?:[._-]\\d{1,6})?\\.log(?:[._-]\\d{1,6})?(?:\\.gz)?)");

    /** All logs of a folder, oldest first; none if there is no such folder. */
    static List<LogFile> in(Path folder) throws IOException {
        var logs = new ArrayList<LogFile>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                if (Files.isRegularFile(file)) {
                    of(file).ifPresent(logs::add);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        logs.sort(Comparator.comparing(LogFile::startDay).thenComparing(LogFile::path));
        return List.copyOf(logs);
    }

    static Optional<LogFile> of(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LogFile(
                    file, LocalDate.parse(name.group(1)), !name.group(2).equals(".log")));
        } catch (DateTimeException e) {
            return Optional.empty(); // 2026-02-30 is none of claude-mem's names
        }
    }

    InputStream open() throws IOException {
        var stream = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        if (!path.toString().endsWith(".gz")) {
            return stream;
        }
        try {
            return new GZIPInputStream(stream, 1 << 16);
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }
}
