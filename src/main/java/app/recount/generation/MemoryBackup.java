package app.recount.generation;

import app.recount.generation.TableMigration.Direction;
import app.recount.memory.MemoryConnection;
import app.recount.memory.MemoryStatement;
import app.recount.memory.Purpose;
import app.recount.memory.StatementWatch;
import app.recount.store.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A consistent copy of the memory database beside it, made by SQLite itself while others may be writing. While it is made and until its
 * change has come, its names say so; whoever finds one of them with the migration's lock knows that its process was killed.
 */
final class MemoryBackup {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private static final MemoryStatement COPY = new MemoryStatement(Purpose.COPY, "VACUUM INTO ?");
    private static final MemoryStatement CHECK = new MemoryStatement(Purpose.COPY, "PRAGMA quick_check(1)");

    private final Path database;
    private final Path part;
    private final Path whole;
    private final Clock clock;
    private final StatementWatch watch;

    /** @param direction of the change that it is made for */
    MemoryBackup(Path database, Direction direction, Clock clock, StatementWatch watch) {
        this.database = database;
        this.part = beside(database, "part");
        this.whole = beside(database, direction.name().toLowerCase(Locale.ROOT));
        this.clock = clock;
        this.watch = watch;
    }

    private static Path beside(Path database, String what) {
        return database.resolveSibling(database.getFileName() + ".recount-backup-" + what);
    }

    /** What is of no use once whoever made it was killed: half a copy, and the journal that SQLite keeps of it. */
    private static List<Path> unfinished(Path database) {
        return List.of(beside(database, "part"), beside(database, "part-journal"));
    }

    /** Whether anything of an earlier one is there that was interrupted. */
    boolean isLeft() {
        return isWhole() || unfinished(database).stream().anyMatch(Files::exists);
    }

    /** Whether a finished copy waits for what became of its change. */
    boolean isWhole() {
        return Files.exists(whole);
    }

    /** Only with the migration's lock: removes what an interrupted one left of a copy that it had not finished. */
    static void clearUp(Path database) throws IOException {
        for (var file : unfinished(database)) {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Only with the migration's lock, and with nothing left of an earlier one. Whatever stands in the way of a copy is met here, where
     * the database is not opened yet: already opening it for writing may touch what a crashed writer left beside it.
     */
    void prepare() throws IOException {
        checkSpace();
        OwnerOnly.createFile(part);
    }

    /** Makes the copy, which is whole and checked afterwards and waits for its change. */
    void make(MemoryConnection memory) throws SQLException, IOException {
        try {
            try (var vacuum = memory.prepare(COPY)) {
                vacuum.setString(1, part.toString());
                vacuum.execute();
            }
            check(part, watch);
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            clearUp(database);
        }
    }

    /** The change has come: the copy gets the name that it keeps. Where that fails it is as good under the one it has. */
    Path keep() {
        var kept = free();
        try {
            return Files.move(whole, kept, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            return whole; // the next migration tries again
        }
    }

    /** The change has not come, so that there is nothing that this would be a copy before; trying again does not fill the disk. */
    void discard() throws IOException {
        Files.deleteIfExists(whole);
    }

    private void checkSpace() throws IOException {
        long needed = Files.size(database) + sizeOfLog();
        // beside the database is not where a link to it leads
        long usable = Files.getFileStore(database.getParent()).getUsableSpace();
        if (usable < needed) {
            throw new MigrationProblems(database).noSpace(needed, usable);
        }
    }

    private long sizeOfLog() throws IOException {
        var file = database.toRealPath();
        var log = file.resolveSibling(file.getFileName() + "-wal");
        return Files.exists(log) ? Files.size(log) : 0;
    }

    private static void check(Path copy, StatementWatch watch) throws SQLException {
        try (var connection = MigrationConnection.openCopy(copy, watch);
                var check = connection.prepare(CHECK);
                var row = check.executeQuery()) {
            row.next();
            if (!row.getString(1).equals("ok")) {
                throw new SQLException("the copy is damaged: " + row.getString(1));
            }
        }
    }

    /** A name that nobody has: two migrations within a second keep both copies. */
    private Path free() {
        var name = "%s.before-%s-%s"
                .formatted(database.getFileName(), CompressionTable.NAME, TIME.format(clock.instant()));
        var file = database.resolveSibling(name);
        for (int n = 2; Files.exists(file, LinkOption.NOFOLLOW_LINKS); n++) {
            file = database.resolveSibling(name + "-" + n);
        }
        return file;
    }
}
