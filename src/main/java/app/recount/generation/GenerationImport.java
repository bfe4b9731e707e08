package app.recount.generation;

import app.recount.generation.CompressionStore.Fate;
import app.recount.generation.CompressionStore.Precedence;
import app.recount.memory.MemoryReader;
import app.recount.memory.TurnKey;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.session.LogUnreadableException;
import app.recount.store.DataDirectory;
import app.recount.store.Environment;
import app.recount.store.Progress;
import app.recount.text.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gathers what lies around of the past: claude-mem's logs and old observer transcripts. The files are only read. Importing again brings
 * nothing but what is new in them.
 */
public final class GenerationImport {

    /** A transcript that went on is brought up to date; what anybody told of the turn stays. */
    private static final Precedence TRANSCRIPT_THAT_WENT_ON = (known, _) -> known.origin() == TurnOrigin.TRANSCRIPT;

    private final Environment environment;
    private final MemoryReader reader;
    private final CompressionStore turns;
    private final LeftoverStore leftovers;

    GenerationImport(Environment environment, MemoryReader reader, CompressionStore turns, LeftoverStore leftovers) {
        this.environment = environment;
        this.reader = reader;
        this.turns = turns;
        this.leftovers = leftovers;
    }

    /**
     * What to import.
     *
     * @param logs a folder instead of the data directory's own {@code logs}
     * @param zone the zone of the logs' local times
     * @param dryRun look only
     */
    public record Wish(DataDirectory directory, Optional<Path> logs, ZoneId zone, boolean dryRun) {}

    /**
     * Imports.
     *
     * @throws ProblemException if a file that is there cannot be read
     */
    public ImportReport run(Wish wish, Progress progress) {
        var directory = wish.directory();
        var logFolder = wish.logs().orElseGet(() -> directory.path().resolve("logs"));
        var folders = new Transcripts(environment, directory);
        wish.logs().ifPresent(GenerationImport::requireFolder);
        try {
            var scan = new LogScan(wish.zone(), progress);
            scan.read(LogFile.in(logFolder));
            var found = read(folders, directory, progress);
            var loose = new ArrayList<>(scan.leftovers());
            found.unmatched().forEach(transcript -> loose.addAll(transcript.leftovers()));
            var told = found.matched().stream()
                    .flatMap(transcript -> transcript.turns().stream())
                    .toList();
            return new ImportReport(
                    !wish.dryRun(),
                    logFolder,
                    folders.folders(),
                    wish.zone(),
                    scan.report(),
                    found.report(),
                    new ImportReport.News(
                            told.size(), wish.dryRun() ? foresee(told, directory) : keep(found, directory)),
                    new ImportReport.News(
                            loose.size(),
                            wish.dryRun() ? leftovers.foresee(loose, directory) : leftovers.keep(loose, directory)));
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("IMPORT_UNREADABLE.turns").because(e).advising(Action.tryAgain()), e);
        }
    }

    /** There need be none where claude-mem keeps its logs; one that somebody named is a slip of the pen. */
    private static void requireFolder(Path named) {
        if (!Files.isDirectory(named)) {
            var answer = Files.notExists(named)
                    ? new NoSuchFileException(named.toString())
                    : new NotDirectoryException(named.toString());
            throw new ProblemException(
                    Problem.of("IMPORT_UNREADABLE.logs", named).because(answer).advising(Action.read("nameLogs")));
        }
    }

    private long foresee(List<CompressionEvent> told, DataDirectory directory) {
        return changed(turns.foresee(told, directory, TRANSCRIPT_THAT_WENT_ON));
    }

    private long keep(Found found, DataDirectory directory) {
        long changed = 0;
        for (var transcript : found.matched()) {
            turns.forgetCopies(keys(transcript.copies()), directory);
            changed += changed(turns.keep(transcript.turns(), directory, TRANSCRIPT_THAT_WENT_ON));
            leftovers.forgetTranscript(transcript.session(), directory);
        }
        for (var transcript : found.unmatched()) {
            leftovers.forgetCopies(keys(transcript.copies()), directory);
        }
        return changed;
    }

    private static List<TurnKey> keys(List<CompressionEvent> turns) {
        return turns.stream().map(CompressionEvent::key).toList();
    }

    private static long changed(List<Fate> fates) {
        return fates.stream()
                .filter(fate -> fate == Fate.ADDED || fate == Fate.REPLACED)
                .count();
    }

    private record Found(List<Transcript> matched, List<Transcript> unmatched, ImportReport.Transcripts report) {}

    private Found read(Transcripts folders, DataDirectory directory, Progress progress) throws IOException {
        var parts = new ArrayList<Transcripts.Part>();
        int unreadable = 0;
        for (var file : folders.files()) {
            progress.report(Wording.of("step.transcripts"), -1);
            try {
                folders.read(file).ifPresent(parts::add);
            } catch (LogUnreadableException e) {
                unreadable++;
            }
        }
        var whole = folders.whole(parts);
        var kept = whole.isEmpty() ? List.<CompressionEvent>of() : turns.list(directory);
        var known = whole.isEmpty() ? Set.<String>of() : sessions(kept, directory, progress);
        var all = new AnswerOwners(known, kept).settle(whole);
        var matched =
                all.stream().filter(each -> known.contains(each.session())).toList();
        var unmatched =
                all.stream().filter(each -> !known.contains(each.session())).toList();
        return new Found(
                matched,
                unmatched,
                new ImportReport.Transcripts(
                        all.size(),
                        matched.size(),
                        all.stream().mapToLong(Transcript::calls).sum(),
                        all.stream().mapToLong(Transcript::undated).sum(),
                        unreadable));
    }

    /** Those of the memory database, and those whose turns were matched before: a session may get another id later. */
    private Set<String> sessions(List<CompressionEvent> kept, DataDirectory directory, Progress progress) {
        var sessions =
                kept.stream().map(turn -> turn.key().memorySessionId()).collect(Collectors.toCollection(HashSet::new));
        if (Files.exists(directory.database())) {
            sessions.addAll(reader.query(directory.database(), MemorySessions::of, progress));
        }
        return sessions.stream().map(id -> id.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
