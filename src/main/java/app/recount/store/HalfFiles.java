package app.recount.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@link AtomicFile} leaves of a file that it was writing when its process was killed: {@code .<name>.<uuid>.tmp} beside it. Only who
 * keeps all others from writing the file can know that nobody will end what was begun.
 *
 * @param of the names of the files
 */
public record HalfFiles(Path folder, Predicate<String> of) {

    private static final String HEX = "[0-9a-f]";

    private static final Pattern NAME =
            Pattern.compile("\\.(.+)\\.%1$s{8}-%1$s{4}-%1$s{4}-%1$s{4}-%1$s{12}\\.tmp".formatted(HEX));

    /** Of these files, which lie in one folder. */
    public static HalfFiles of(Path... files) {
        var names = Arrays.stream(files)
                .map(file -> String.valueOf(file.getFileName()))
                .toList();
        return new HalfFiles(Objects.requireNonNull(files[0].toAbsolutePath().getParent()), names::contains);
    }

    /** A name for one that is about to be written. */
    static Path name(Path file) {
        return file.resolveSibling(".%s.%s.tmp".formatted(file.getFileName(), UUID.randomUUID()));
    }

    public boolean exist() {
        return !list().isEmpty();
    }

    /** Only with the lock that whoever writes the file holds. What cannot be deleted stays for the next one: nobody asked for this. */
    public void delete() {
        for (var half : list()) {
            try {
                Files.delete(half);
            } catch (IOException e) {
                // a folder that may not be written, or something else of that name
            }
        }
    }

    private List<Path> list() {
        try (var files = Files.list(folder)) {
            return matching(files);
        } catch (IOException | UncheckedIOException e) {
            return List.of(); // what cannot be looked at, or is not there, cannot be cleared up either
        }
    }

    private List<Path> matching(Stream<Path> files) {
        return files.filter(file -> {
                    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
                    return name.matches() && of.test(name.group(1));
                })
                .toList();
    }
}
