package app.recount.memory;

import app.recount.memory.Explainer.KeptQuery;
import app.recount.store.Progress;
import app.recount.text.Wording;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Makes an {@link Activity} out of an opened database. */
final class ActivityReader {

    private final Path asked;
    private final MemoryDatabase database;
    private final List<KeptTurn> kept;
    private final Instant now;
    private final Progress progress;

    /**
     * Prepares a reading.
     *
     * @param asked the path as the user named it
     * @param kept compression turns that stand elsewhere
     */
    ActivityReader(Path asked, MemoryDatabase database, List<KeptTurn> kept, Instant now, Progress progress) {
        this.asked = asked;
        this.database = database;
        this.kept = kept;
        this.now = now;
        this.progress = progress;
    }

    /** A reading while its database is still open. */
    private record Read(Activity activity, CountablePart part, Counts counts) {}

    Activity read(Opening opening, ReadMode mode, Fingerprint fingerprint) throws SQLException {
        try (var memory = opening.open()) {
            return read(memory, opening, mode, fingerprint).activity();
        }
    }

    /** Reads, and answers the question about what was read. */
    Explained explain(Question question, KeptQuery keptQuery, Opening opening, ReadMode mode, Fingerprint fingerprint)
            throws SQLException {
        try (var memory = opening.open()) {
            var read = read(memory, opening, mode, fingerprint);
            progress.report(Wording.of("step.explaining"), -1);
            var explainer = new Explainer(memory, read.part(), read.counts(), read.activity(), keptQuery);
            return new Explained(read.activity(), explainer.answer(question));
        }
    }

    private Read read(MemoryConnection memory, Opening another, ReadMode mode, Fingerprint fingerprint)
            throws SQLException {
        progress.report(Wording.of("step.schema"), -1);
        var schema = new SchemaReader(memory).read();
        var part = CountablePart.of(schema);
        if (part.isEmpty()) {
            throw database.problems().notAMemory();
        }
        var counts = new ActivityCounter(memory, another, database.problems(), now, progress).count(part, kept);
        var days = days(counts);
        var activity = new Activity(
                asked,
                mode,
                fingerprint,
                now,
                counts.installDay(),
                DayWindow.lastFullDay(now),
                counts.window(),
                days.stream()
                        .map(RollupDay::rollup)
                        .filter(rollup -> !rollup.values().isEmpty())
                        .toList(),
                findings(schema, counts, days, fingerprint),
                schema,
                counts.turns());
        return new Read(activity, part, counts);
    }

    private static List<RollupDay> days(Counts counts) {
        var days = new TreeSet<LocalDate>();
        for (var table : counts.tables().values()) {
            table.days().keySet().stream().map(DayBucket::day).forEach(days::add);
        }
        return days.stream()
                .filter(day -> counts.window().stream().anyMatch(window -> window.contains(day)))
                .map(day -> RollupDay.of(counts, day))
                .toList();
    }

    private static List<Finding> findings(
            MemorySchema schema, Counts counts, List<RollupDay> days, Fingerprint fingerprint) {
        return Stream.of(
                        new RowFindings(counts, days).all(),
                        new SchemaFindings(schema, counts.metrics()).all(),
                        beingWritten(fingerprint))
                .flatMap(each -> each)
                .filter(finding -> finding.count() > 0)
                .sorted(Finding.MOST_IMPORTANT_FIRST)
                .toList();
    }

    private static Stream<Finding> beingWritten(Fingerprint fingerprint) {
        return fingerprint.isQuiet()
                ? Stream.empty()
                : Stream.of(new Finding(
                        Finding.Code.BEING_WRITTEN,
                        1,
                        Wording.of("finding.BEING_WRITTEN"),
                        Wording.of("finding.BEING_WRITTEN.meaning"),
                        new TreeSet<>()));
    }
}
