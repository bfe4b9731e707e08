package app.recount.demo;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files that are about to be made in a folder, which go again unless they are kept; so do the folder and its parents, if they are made
 * for it. What somebody else puts there meanwhile stays.
 */
final class NewInFolder implements AutoCloseable {

    private final List<Path> made;
    private final List<Path> missing;
    private boolean kept;

    private NewInFolder(List<Path> made, List<Path> missing) {
        this.made = made;
        this.missing = missing;
    }

    /**
     * Looks what is there already, which will stay.
     *
     * @param folder absolute; it need not be there
     * @param entries what may be made in it
     */
    static NewInFolder of(Path folder, Stream<Path> entries) {
        var missing = new ArrayList<Path>();
        for (var path = folder; path != null && Files.notExists(path); path = path.getParent()) {
            missing.add(path);
        }
        return new NewInFolder(entries.filter(Files::notExists).toList(), missing);
    }

    void keep() {
        kept = true;
    }

    @Override
    public void close() throws IOException {
        if (kept) {
            return;
        }
        for (var entry : made) {
            if (Files.exists(entry)) {
                delete(entry);
            }
        }
        for (var parent : missing) {
            try {
                Files.deleteIfExists(parent);
            } catch (DirectoryNotEmptyException e) {
                return; // somebody else has put something there
            }
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
