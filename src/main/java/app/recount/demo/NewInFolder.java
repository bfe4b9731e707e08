package app.recount.demo;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What comes into a folder from now on, which goes again unless it is kept; so do the folder and its parents, if they are made for it. */
final class NewInFolder implements AutoCloseable {

    private final Path folder;
    private final Set<Path> before;
    private final List<Path> missing;
    private boolean kept;

    private NewInFolder(Path folder, Set<Path> before, List<Path> missing) {
        this.folder = folder;
        this.before = before;
        this.missing = missing;
    }

    /** @param folder absolute; it need not be there */
    static NewInFolder of(Path folder) throws IOException {
        var missing = new ArrayList<Path>();
        for (var path = folder; path != null && Files.notExists(path); path = path.getParent()) {
            missing.add(path);
        }
        return new NewInFolder(folder, entries(folder), missing);
    }

    void keep() {
        kept = true;
    }

    @Override
    public void close() throws IOException {
        if (kept) {
            return;
        }
        for (var entry : entries(folder)) {
            if (!before.contains(entry)) {
                delete(entry);
            }
        }
        for (var made : missing) {
            try {
                Files.deleteIfExists(made);
            } catch (DirectoryNotEmptyException e) {
                return; // somebody else has put something there
            }
        }
    }

    private static Set<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.collect(Collectors.toSet());
        }
    }

    /** With everything in it. */
    static void delete(Path path) throws IOException {
        try (var all = Files.walk(path)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
