package app.recount.demo;

import app.recount.store.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A folder within the demo folder where a database is built, and copied out of while it is still open, because closing it would
 * move its log into the database.
 */
record DemoWorkshop(Path folder) {

    static DemoWorkshop in(Path demoFolder) {
        return new DemoWorkshop(demoFolder.resolve(".unfinished"));
    }

    /** Leaves the database and, beside it, its write-ahead log; the database comes last and at once. */
    void build(Path target, long seed, Instant now) throws IOException, SQLException {
        clear();
        OwnerOnly.createDirectories(folder);
        var built = folder.resolve("built.db");
        var complete = folder.resolve("complete.db");
        try {
            try (var database = new DemoDatabase(built)) {
                database.fill(seed, now);
                copy(log(built), log(target));
                copy(built, complete);
            }
            Files.move(complete, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            clear(); // above all where the disk is full
        }
    }

    static Path log(Path database) {
        return database.resolveSibling(database.getFileName() + "-wal");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.deleteIfExists(to);
        OwnerOnly.createFile(to);
        try (var out = Files.newOutputStream(to)) {
            Files.copy(from, out);
        }
    }

    private void clear() throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (var leftovers = Files.newDirectoryStream(folder)) {
            for (var leftover : leftovers) {
                Files.delete(leftover);
            }
        }
        Files.delete(folder);
    }
}
