package app.recount.generation;

import app.recount.generation.CompressionTable.State;
import app.recount.memory.MemoryConnection;
import app.recount.memory.MemoryReader;
import app.recount.memory.MemoryStatement;
import app.recount.memory.Purpose;
import app.recount.problem.ProblemException;
import app.recount.store.DataDirectory;
import app.recount.store.ProcessLock;
import app.recount.store.Progress;
import app.recount.text.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the table of compression turns in the memory database, or removes it again: the only write that Recount ever makes to that file,
 * and only when asked. claude-mem's own list of migrations is not touched. It may be writing meanwhile; it finds the table there or
 * not, nothing in between.
 */
public final class TableMigration {

    /** claude-mem's worker holds its lock for milliseconds; what takes longer than this does not end by itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final MemoryReader reader;
    private final Clock clock;
    private final Duration patience;

    TableMigration(MemoryReader reader, Clock clock) {
        this(reader, clock, PATIENCE);
    }

    /** @param patience with others who are writing */
    TableMigration(MemoryReader reader, Clock clock, Duration patience) {
        this.reader = reader;
        this.clock = clock;
        this.patience = patience;
    }

    /** What is to be done. */
    public enum Direction {
        INSTALL(CompressionTable.INSTALL),
        REMOVE(CompressionTable.REMOVE);

        private final List<String> statements;

        Direction(List<String> statements) {
            this.statements = statements;
        }

        /** Whether there is nothing left to do where this stands. */
        boolean isReached(State state) {
            return (this == INSTALL) != (state == State.ABSENT);
        }
    }

    /**
     * What would be done, to be shown first.
     *
     * @param statements exactly these, in one transaction; none if nothing is to be done
     * @param why what stands there now, a whole sentence
     */
    public record Plan(Path database, Direction direction, List<String> statements, Wording why) {
        public Plan {
            statements = List.copyOf(statements);
        }

        public boolean isNothingToDo() {
            return statements.isEmpty();
        }
    }

    /**
     * What was done.
     *
     * @param backup the copy that was made before; if nothing was to be done, that of an earlier one which was killed with its change made,
     *     or empty
     */
    public record Done(Plan plan, Optional<Path> backup) {

        /** Whether this one changed the database. */
        public boolean isChanged() {
            return !plan.isNothingToDo() && backup.isPresent();
        }
    }

    /**
     * Looks, without touching the file.
     *
     * @throws ProblemException if the database cannot be read, or if what stands there forbids it
     */
    public Plan plan(DataDirectory directory, Direction direction) {
        var database = directory.database();
        return reader.query(database, connection -> plan(connection, database, direction), Progress.NONE);
    }

    private static Plan plan(MemoryConnection memory, Path database, Direction direction) throws SQLException {
        var problems = new MigrationProblems(database);
        var state = CompressionTable.state(memory);
        var why = switch (direction) {
            case INSTALL -> mayInstall(memory, state, problems);
            case REMOVE -> mayRemove(memory, state, problems);
        };
        return new Plan(database, direction, direction.isReached(state) ? List.of() : direction.statements, why);
    }

    private static Wording mayInstall(MemoryConnection memory, State state, MigrationProblems problems)
            throws SQLException {
        return switch (state) {
            case INSTALLED -> Wording.of("table.there");
            case FOREIGN -> Wording.of("table.foreign");
            case OTHER -> throw problems.otherShape();
            case ABSENT -> {
                int version = CompressionTable.schemaVersion(memory);
                if (version > CompressionTable.KNOWN_SCHEMA) {
                    throw problems.newerSchema(version);
                }
                yield Wording.of("table.absent");
            }
        };
    }

    private static Wording mayRemove(MemoryConnection memory, State state, MigrationProblems problems)
            throws SQLException {
        return switch (state) {
            case ABSENT -> Wording.of("table.absent");
            case FOREIGN, OTHER -> throw problems.notOurs();
            case INSTALLED -> {
                if (!CompressionTable.isEmpty(memory)) {
                    throw problems.notEmpty();
                }
                yield Wording.of("table.empty");
            }
        };
    }

    /**
     * Does it: copy first, then one transaction, in which everything is looked at again.
     *
     * @throws ProblemException if it cannot be done; then nothing was changed
     */
    public Done run(DataDirectory directory, Direction direction) {
        var earlier = clearUp(directory);
        var plan = plan(directory, direction);
        return plan.isNothingToDo() ? new Done(plan, earlier) : run(directory, plan);
    }

    private Done run(DataDirectory directory, Plan plan) {
        var problems = new MigrationProblems(plan.database());
        @Nullable Done done = null;
        try (var _ = lock(directory).orElseThrow(problems::inProgress)) {
            settle(plan.database());
            var backup = backup(plan.database(), plan.direction());
            backup.prepare();
            try (var connection = MigrationConnection.open(plan.database().toRealPath(), patience, reader.watch())) {
                backup.make(connection);
                done = change(connection, plan, backup);
            }
            return done;
        } catch (IOException e) {
            return unlessDone(done, problems.notWritten(e));
        } catch (SQLException e) {
            return unlessDone(done, problems.failed(e));
        }
    }

    /** Once the change is made, what fails is only to let go of the database or the lock: the change stands all the same. */
    private static Done unlessDone(@Nullable Done done, ProblemException problem) {
        if (done == null) {
            throw problem;
        }
        return done;
    }

    private static Done change(MemoryConnection connection, Plan plan, MemoryBackup backup)
            throws SQLException, IOException {
        try {
            var again = change(connection, plan);
            if (!again.isNothingToDo()) {
                return new Done(again, Optional.of(backup.keep()));
            }
            backup.discard();
            return new Done(again, Optional.empty());
        } catch (ProblemException e) {
            backup.discard();
            throw e;
        } catch (SQLException e) {
            if (MigrationProblems.isBusy(e)) {
                backup.discard();
            }
            throw e; // otherwise it cannot be known here whether the change came; the next one sees it
        }
    }

    private MemoryBackup backup(Path database, Direction direction) {
        return new MemoryBackup(database, direction, clock, reader.watch());
    }

    /**
     * Takes away what one left that was killed, also where nobody comes after it with a change to make. That is not what was asked for:
     * if it cannot be done, the answer is the same.
     *
     * @return the copy before a change that was made, of which nobody has heard yet
     */
    private Optional<Path> clearUp(DataDirectory directory) {
        var database = directory.database();
        boolean left = Files.exists(lockFile(directory))
                || Stream.of(Direction.values())
                        .anyMatch(direction -> backup(database, direction).isLeft());
        if (!left) {
            return Optional.empty();
        }
        try (var lock = lock(directory).orElse(null)) {
            return lock == null ? Optional.empty() : settle(database);
        } catch (IOException | ProblemException e) {
            return Optional.empty(); // a folder that may not be written, a database that cannot be read
        }
    }

    /**
     * Only with the lock: ends what was interrupted. Whether a change came is for the database to say. If one seems to have come that
     * somebody else made, the copy is kept in vain, which is the better mistake.
     */
    private Optional<Path> settle(Path database) throws IOException {
        MemoryBackup.clearUp(database);
        var kept = Optional.<Path>empty();
        for (var direction : Direction.values()) {
            var backup = backup(database, direction);
            if (backup.isWhole()) {
                if (reader.query(
                        database, memory -> direction.isReached(CompressionTable.state(memory)), Progress.NONE)) {
                    kept = Optional.of(backup.keep());
                } else {
                    backup.discard();
                }
            }
        }
        return kept;
    }

    private static Optional<ProcessLock> lock(DataDirectory directory) throws IOException {
        return ProcessLock.tryTakeAsGuest(lockFile(directory));
    }

    private static Path lockFile(DataDirectory directory) {
        return directory.path().resolve(".recount-migration.lock");
    }

    /** What does not come to its commit is rolled back when the connection is closed. */
    private static Plan change(MemoryConnection connection, Plan plan) throws SQLException {
        connection.execute(changing("BEGIN IMMEDIATE"));
        var again = plan(connection, plan.database(), plan.direction());
        for (var sql : again.statements()) {
            connection.execute(changing(sql));
        }
        connection.execute(changing("COMMIT"));
        return again;
    }

    private static MemoryStatement changing(String sql) {
        return new MemoryStatement(Purpose.MIGRATION, sql);
    }
}
