package app.recount.delivery;

import app.recount.consent.ReviewText;
import app.recount.consent.TelemetryConfigFile;
import app.recount.memory.DayWindow;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.store.DataDirectory;
import app.recount.store.Environment;
import app.recount.store.OwnerOnly;
import app.recount.store.RecountHome;
import app.recount.text.Texts;
import app.recount.text.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The user's no: it is put on record, and on request claude-mem's own worker is kept from sending. A no that changes files is on record
 * before the first of them is touched, and once more when that is done or has failed.
 */
public final class Decline {

    private static final Wording MARKER_WANTED = Wording.of("receipt.decline.markerWanted");
    private static final Wording MARKER_WRITTEN = Wording.of("receipt.decline.markerWritten");

    private final Environment environment;
    private final Clock clock;
    private final RecountHome home;
    private final BackfillRun run;
    private final ReviewText text;
    private final ReceiptLog receipts;

    Decline(
            Environment environment,
            Clock clock,
            RecountHome home,
            BackfillRun run,
            ReviewText text,
            ReceiptLog receipts) {
        this.environment = environment;
        this.clock = clock;
        this.home = home;
        this.run = run;
        this.text = text;
        this.receipts = receipts;
    }

    /** What is done beside recording the no. */
    public record Choice(boolean telemetryOff, boolean writeMarker) {

        /** Whether the no is put on record, and that is all. */
        public boolean isBare() {
            return !telemetryOff && !writeMarker;
        }
    }

    /**
     * What each way would change, said beforehand; whole sentences.
     *
     * @param recordOnly what the bare no does and does not stop
     * @param telemetryOff what switching telemetry off changes
     * @param writeMarker what a zero-event marker changes
     */
    public record Foresight(List<Wording> recordOnly, List<Wording> telemetryOff, List<Wording> writeMarker) {
        public Foresight {
            recordOnly = List.copyOf(recordOnly);
            telemetryOff = List.copyOf(telemetryOff);
            writeMarker = List.copyOf(writeMarker);
        }
    }

    /**
     * What was done.
     *
     * @param telemetryOff whether {@code telemetry.json} now says {@code enabled: false}
     * @param setAside where a telemetry.json that could not be understood was put
     * @param marker the marker that was written; empty if none was asked for, or if one stood already that counts as complete
     * @param workerMaySend whether claude-mem's own worker may still send the history from here, as things stand now
     * @param stood the receipt of an earlier no that already said the same of the same payload, so that none was added
     */
    public record Declined(
            boolean telemetryOff,
            Optional<Path> setAside,
            Optional<Marker> marker,
            boolean workerMaySend,
            Optional<Receipt> stood) {}

    /** What each way would change for this data directory as it stands. */
    public Foresight foresee(DataDirectory directory) {
        return DeclineEffects.of(
                environment,
                new TelemetryConfigFile(directory.telemetryConfig()).read(),
                run.marker(directory).state());
    }

    /**
     * Declines.
     *
     * @param preview what was looked at, if anything could be; the receipt names it
     */
    public Declined decline(DataDirectory directory, Optional<BackfillPreview> preview, Choice choice) {
        if (choice.isBare()) {
            SendLock.clearUp(home, directory);
            return decide(directory, preview, choice);
        }
        try {
            OwnerOnly.createDirectories(directory.path()); // a no is heard even before claude-mem first starts
            try (var _ =
                    SendLock.take(home, directory, Pause.REAL, SendWatch.NONE).orElseThrow(Decline::busy)) {
                return decide(directory, preview, choice);
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("DATA_DIRECTORY_NOT_WRITABLE").because(e).advising(Action.showDataDirectory()), e);
        }
    }

    private static ProblemException busy() {
        return new ProblemException(Problem.of("SEND_IN_PROGRESS").advising(Action.tryAgain()));
    }

    private Declined decide(DataDirectory directory, Optional<BackfillPreview> preview, Choice choice) {
        var no = entry(directory, preview);
        if (choice.isBare()) {
            var stood = receipts.appendUnlessItStands(no.because(Wording.of("receipt.decline.user")));
            return new Declined(false, Optional.empty(), Optional.empty(), workerMaySend(directory), stood);
        }
        receipts.append(no.because(announcement(choice)));
        var done = new ArrayList<Wording>();
        Changes changes;
        try {
            changes = change(directory, choice, done);
        } catch (ProblemException e) {
            recordFailure(no, done, e);
            throw e;
        }
        receipts.append(no.ended(Receipt.DONE).because(new Wording.Sentences(done)));
        return new Declined(
                choice.telemetryOff(),
                changes.setAside(),
                changes.marker(),
                workerMaySend(directory),
                Optional.empty());
    }

    private static Wording announcement(Choice choice) {
        var sentences = new ArrayList<Wording>();
        sentences.add(Wording.of("receipt.decline.user"));
        if (choice.telemetryOff()) {
            sentences.add(Wording.of("receipt.decline.telemetryOffWanted"));
        }
        if (choice.writeMarker()) {
            sentences.add(MARKER_WANTED);
        }
        return new Wording.Sentences(sentences);
    }

    /** The files that a no left behind. */
    private record Changes(Optional<Path> setAside, Optional<Marker> marker) {}

    /** @param done takes what was done, sentence by sentence, also of what fails in the middle */
    private Changes change(DataDirectory directory, Choice choice, List<Wording> done) {
        var installId = run.ownInstallId(directory); // before a file with another id is moved aside
        var aside = Optional.<Path>empty();
        if (choice.telemetryOff()) {
            aside = new TelemetryConfigFile(directory.telemetryConfig()).decide(false, installId, clock.instant());
            done.add(Wording.of("receipt.decline.telemetryOff"));
            aside.ifPresent(file -> done.add(
                    Wording.of("receipt.decline.movedAside", file.getFileName().toString())));
        }
        return new Changes(aside, choice.writeMarker() ? mark(directory, installId, done) : Optional.empty());
    }

    private void recordFailure(ReceiptEntry no, List<Wording> done, ProblemException failure) {
        var problem = failure.problem();
        done.add(problem.message());
        Optional.ofNullable(problem.cause()).ifPresent(done::add);
        try {
            receipts.append(no.ended(Receipt.FAILED).failed(problem.code(), new Wording.Sentences(done)));
        } catch (ProblemException e) {
            failure.addSuppressed(e); // that it was begun is on record
        }
    }

    private boolean workerMaySend(DataDirectory directory) {
        return DeclineEffects.workerMaySend(
                environment,
                new TelemetryConfigFile(directory.telemetryConfig()).read(),
                run.marker(directory).state());
    }

    private Optional<Marker> mark(DataDirectory directory, String installId, List<Wording> done) {
        int version = run.version(directory); // of the directory's own history, whatever was looked at
        var file = new CompletionMarker(directory.marker());
        var before = file.read(version);
        return switch (before.kind()) {
            case CURRENT, UNREADABLE -> {
                done.add(Wording.of("receipt.decline.markerStood"));
                yield Optional.empty();
            }
            case ABSENT, OLDER -> {
                var now = clock.instant();
                var marker = new Marker(now, DayWindow.lastFullDay(now), 0, installId, version);
                file.write(marker);
                done.add(MARKER_WRITTEN);
                before.content().ifPresent(old -> done.add(Wording.of("receipt.decline.replaced", old)));
                yield Optional.of(marker);
            }
        };
    }

    /** Whether this is the receipt of a no that wrote a marker. Of receipts in other words than ours it cannot be told. */
    public static boolean wroteMarker(Receipt receipt, Texts texts) {
        return says(receipt, MARKER_WRITTEN, texts);
    }

    /** Whether this is the receipt of a no that was about to write a marker, if none stands that counts as complete. */
    public static boolean wantedMarker(Receipt receipt, Texts texts) {
        return says(receipt, MARKER_WANTED, texts);
    }

    private static boolean says(Receipt receipt, Wording sentence, Texts texts) {
        return receipt.kind() == Receipt.Kind.DECLINED
                && receipt.reason()
                        .filter(reason -> reason.contains(texts.say(sentence)))
                        .isPresent();
    }

    private ReceiptEntry entry(DataDirectory directory, Optional<BackfillPreview> preview) {
        return ReceiptEntry.of(
                Receipt.Kind.DECLINED,
                preview.map(shown -> shown.approve(text, clock.instant()))
                        .map(refused -> ReceiptEntry.subject(refused, directory.realPath())));
    }
}
