package app.recount.memory;

import app.recount.memory.Explainer.KeptQuery;
import app.recount.problem.ProblemException;
import app.recount.store.DataDirectory;
import app.recount.store.Progress;
import app.recount.store.RecountHome;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/** Reads one memory database: opens it without touching it, counts, and closes it again. */
public final class MemoryReader {

    private static final int ATTEMPTS = 10;

    /** After so many, a copy is taken even though nothing stands beside the database. */
    private static final int ATTEMPTS_IN_PLACE = 3;

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final RecountHome home;
    private final KeptTurns kept;
    private final List<StatementList> others;
    private final StatementWatch watch;

    public MemoryReader(RecountHome home) {
        this(home, KeptTurns.NONE);
    }

    public MemoryReader(RecountHome home, KeptTurns kept) {
        this(home, kept, List.of(), StatementWatch.NONE);
    }

    /**
     * Makes a reader.
     *
     * @param others the statements that others prepare in {@link #query}
     * @param watch is told of every statement
     */
    public MemoryReader(RecountHome home, KeptTurns kept, List<StatementList> others, StatementWatch watch) {
        this.home = home;
        this.kept = kept;
        this.others = List.copyOf(others);
        this.watch = watch;
    }

    /** Who is told of every statement; also of those on the one connection that does not come from here. */
    public StatementWatch watch() {
        return watch;
    }

    /** One use of an opened database; nothing of the connection may be kept afterwards. */
    @FunctionalInterface
    private interface Reading<T> {
        T read(Opening opening, ReadMode mode, Fingerprint fingerprint) throws SQLException;
    }

    /**
     * Counts everything that {@code now} allows.
     *
     * @throws app.recount.problem.ProblemException if the file cannot be read as a memory database
     * @throws java.util.concurrent.CancellationException if {@code progress} said so
     */
    public Activity read(Path database, Instant now, Progress progress) {
        return read(database, List.of(), now, progress);
    }

    /** The same, with the compression turns that Recount keeps for the directory, if the database is the directory's own. */
    public Activity read(Path database, DataDirectory directory, Instant now, Progress progress) {
        var file = MemoryDatabase.at(database).file();
        return read(database, directory.owns(file) ? kept.of(directory) : List.of(), now, progress);
    }

    /**
     * Whether {@link Activity#turnsInWindow()} would have any, without reading whole tables.
     *
     * @throws app.recount.problem.ProblemException if the file cannot be read
     */
    public boolean hasTurnsInWindow(Path database, DataDirectory directory, Instant now) {
        var file = MemoryDatabase.at(database).file();
        var turns = directory.owns(file) ? kept.of(directory) : List.<KeptTurn>of();
        return query(
                database,
                memory -> new WindowTurns(memory, new SchemaReader(memory).read(), now).any(turns),
                Progress.NONE);
    }

    /**
     * Counts everything as {@link #read} does, and explains some of it.
     *
     * @throws app.recount.problem.ProblemException if the file cannot be read, or if there is no such day or key
     * @throws java.util.concurrent.CancellationException if {@code progress} said so
     */
    public Explained explain(
            Path database, DataDirectory directory, Question question, Instant now, Progress progress) {
        var file = MemoryDatabase.at(database);
        boolean own = directory.owns(file.file());
        KeptQuery keptQuery = (sum, day) -> own ? kept.query(directory, sum.column(), day, now) : Optional.empty();
        var reader = reader(database, file, own ? kept.of(directory) : List.of(), now, progress);
        return read(
                file,
                (opening, mode, fingerprint) -> reader.explain(question, keptQuery, opening, mode, fingerprint),
                progress);
    }

    /**
     * For each column of a database what the statements that may ever be prepared on it do with it. They are compiled and not run.
     *
     * @throws app.recount.problem.ProblemException if the file cannot be read
     */
    public ColumnReport columns(Path database, Instant now) {
        var lists = Stream.concat(Stream.of(new MemoryStatements(now)), others.stream())
                .toList();
        return query(
                database, memory -> new ColumnAudit(memory, lists).of(new SchemaReader(memory).read()), Progress.NONE);
    }

    private Activity read(Path database, List<KeptTurn> turns, Instant now, Progress progress) {
        var file = MemoryDatabase.at(database);
        return read(file, reader(database, file, turns, now, progress)::read, progress);
    }

    private ActivityReader reader(
            Path database, MemoryDatabase file, List<KeptTurn> turns, Instant now, Progress progress) {
        return new ActivityReader(database, file, turns, now, progress);
    }

    /**
     * Asks the database something, with the same care: it cannot be written through the connection.
     *
     * @throws app.recount.problem.ProblemException if the file cannot be read
     * @throws java.util.concurrent.CancellationException if {@code progress} said so
     */
    public <T> T query(Path database, MemoryQuery<T> query, Progress progress) {
        Reading<T> reading = (opening, _, _) -> {
            try (var memory = opening.open()) {
                return query.run(memory);
            }
        };
        return read(MemoryDatabase.at(database), reading, progress);
    }

    private <T> T read(MemoryDatabase file, Reading<T> reading, Progress progress) {
        try {
            SnapshotFolder.sweep(home.snapshots());
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                checkCancelled(progress);
                var before = Fingerprint.of(file);
                var result = before.isQuiet() && attempt <= ATTEMPTS_IN_PLACE
                        ? inPlace(reading, file, before, progress)
                        : fromSnapshot(reading, file, before, progress);
                if (result.isPresent()) {
                    return result.get();
                }
                Thread.sleep(PAUSE);
            }
            throw file.problems().changing();
        } catch (IOException e) {
            throw file.problems().unreadable(e);
        } catch (SQLException e) {
            checkCancelled(progress); // SQLite tells of it as of any other failure
            throw file.problems().failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for a quiet moment");
        }
    }

    /** Empty if the file changed meanwhile: whatever was read, or whatever went wrong, then means nothing. */
    private <T> Optional<T> inPlace(Reading<T> reading, MemoryDatabase file, Fingerprint before, Progress progress)
            throws IOException, SQLException {
        if (!before.isSettled(Instant.now())) {
            return Optional.empty();
        }
        var header = file.header();
        try {
            var result = reading.read(
                    () -> MemoryConnection.immutable(file.file(), watch, progress), ReadMode.IMMUTABLE, before);
            return isSame(file, before, header) ? Optional.of(result) : Optional.empty();
        } catch (SQLException | ProblemException e) {
            if (isSame(file, before, header)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static boolean isSame(MemoryDatabase file, Fingerprint before, byte[] header) throws IOException {
        return Fingerprint.of(file).equals(before) && Arrays.equals(file.header(), header);
    }

    private <T> Optional<T> fromSnapshot(Reading<T> reading, MemoryDatabase file, Fingerprint before, Progress progress)
            throws IOException, SQLException {
        var taken = MemorySnapshot.of(file, home.snapshots(), progress);
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        try (var snapshot = taken.get()) {
            return Optional.of(reading.read(
                    () -> MemoryConnection.privateCopy(snapshot.file(), watch, progress), ReadMode.SNAPSHOT, before));
        }
    }

    private static void checkCancelled(Progress progress) {
        if (progress.isCancelled()) {
            throw new CancellationException("nobody wants the reading any more");
        }
    }
}
