package app.recount.generation;

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

/** A consistent copy of the memory database beside it, made by SQLite itself while others may be writing. */
final class MemoryBackup {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private static final MemoryStatement COPY = new MemoryStatement(Purpose.COPY, "VACUUM INTO ?");
    private static final MemoryStatement CHECK = new MemoryStatement(Purpose.COPY, "PRAGMA quick_check(1)");

    private static final String UNFINISHED = ".recount-backup-part";

    private final Path database;
    private final Path part;
    private final Clock clock;
    private final StatementWatch watch;

    private MemoryBackup(Path database, Clock clock, StatementWatch watch) {
        this.database = database;
        this.part = part(database);
        this.clock = clock;
        this.watch = watch;
    }

    /**
     * Only with the migration's lock: what an earlier, interrupted one left is removed. Whatever stands in the way of a copy is met
     * here, where the database is not opened yet: already opening it for writing may touch what a crashed writer left beside it.
     */
    static MemoryBackup prepare(Path database, Clock clock, StatementWatch watch) throws IOException {
        var backup = new MemoryBackup(database, clock, watch);
        clearUp(database);
        backup.checkSpace();
        OwnerOnly.createFile(backup.part);
        return backup;
    }

    /** Only with the migration's lock: removes what an interrupted one left. */
    static void clearUp(Path database) throws IOException {
        Files.deleteIfExists(part(database));
    }

    private static Path part(Path database) {
        return database.resolveSibling(database.getFileName() + UNFINISHED);
    }

    Path make(MemoryConnection memory) throws SQLException, IOException {
        var finished = false;
        try {
            try (var vacuum = memory.prepare(COPY)) {
                vacuum.setString(1, part.toString());
                vacuum.execute();
            }
            check(part, watch);
            var backup = free();
            Files.move(part, backup, StandardCopyOption.ATOMIC_MOVE);
            finished = true;
            return backup;
        } finally {
            if (!finished) {
                Files.deleteIfExists(part);
            }
        }
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
