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
     * @param backup the copy that was made before; empty if nothing was to be done
     */
    public record Done(Plan plan, Optional<Path> backup) {}

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
        boolean done = (direction == Direction.INSTALL) != (state == State.ABSENT);
        return new Plan(database, direction, done ? List.of() : direction.statements, why);
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
        var plan = plan(directory, direction);
        var problems = new MigrationProblems(plan.database());
        if (plan.isNothingToDo()) {
            clearUp(directory, problems);
            return new Done(plan, Optional.empty());
        }
        try (var _ = lock(directory).orElseThrow(problems::inProgress)) {
            var backup = MemoryBackup.prepare(plan.database(), clock, reader.watch());
            try (var connection = MigrationConnection.open(plan.database().toRealPath(), patience, reader.watch())) {
                return change(connection, plan, backup.make(connection));
            }
        } catch (IOException e) {
            throw problems.notWritten(e);
        } catch (SQLException e) {
            throw problems.failed(e);
        }
    }

    /** A copy of what then was not changed goes again, so that trying again and again does not fill the disk. */
    private static Done change(MemoryConnection connection, Plan plan, Path copy) throws SQLException, IOException {
        try {
            var again = change(connection, plan);
            if (!again.isNothingToDo()) {
                return new Done(again, Optional.of(copy));
            }
            Files.delete(copy);
            return new Done(again, Optional.empty());
        } catch (ProblemException e) {
            Files.delete(copy);
            throw e;
        } catch (SQLException e) {
            if (MigrationProblems.isBusy(e)) {
                Files.delete(copy);
            }
            throw e;
        }
    }

    /** One that was killed with its change made left its lock, and nobody with something to do comes after it. */
    private static void clearUp(DataDirectory directory, MigrationProblems problems) {
        if (!Files.exists(lockFile(directory))) {
            return;
        }
        try (var lock = lock(directory).orElse(null)) {
            if (lock != null) {
                MemoryBackup.clearUp(directory.database());
            }
        } catch (IOException e) {
            throw problems.notWritten(e);
        }
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
