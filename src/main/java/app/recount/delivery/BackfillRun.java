package app.recount.delivery;

import app.recount.consent.ConsentChain;
import app.recount.consent.PrivacyReport;
import app.recount.consent.ReviewText;
import app.recount.consent.TelemetryConfig;
import app.recount.consent.TelemetryConfigFile;
import app.recount.memory.MemoryReader;
import app.recount.payload.Directives;
import app.recount.payload.InstallId;
import app.recount.payload.InstallProfile;
import app.recount.payload.Payload;
import app.recount.payload.SealedPayload;
import app.recount.problem.ProblemException;
import app.recount.store.DataDirectory;
import app.recount.store.Environment;
import app.recount.store.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The way from a memory database to a sealed payload and its gates. Opens no socket. */
public final class BackfillRun {

    private final Environment environment;
    private final Clock clock;
    private final MemoryReader reader;
    private final ProvisionalInstallId provisionalId;
    private final PreviewRegister previews;
    private final ReviewText text;
    private final String libraryVersion;

    BackfillRun(
            Environment environment,
            Clock clock,
            MemoryReader reader,
            ProvisionalInstallId provisionalId,
            PreviewRegister previews,
            ReviewText text,
            String libraryVersion) {
        this.environment = environment;
        this.clock = clock;
        this.reader = reader;
        this.provisionalId = provisionalId;
        this.previews = previews;
        this.text = text;
        this.libraryVersion = libraryVersion;
    }

    /**
     * Reads, counts, seals and looks at every gate, and puts on record that this was shown.
     *
     * @throws app.recount.problem.ProblemException if the database cannot be read, or if the showing cannot be recorded
     * @throws java.util.concurrent.CancellationException if {@code progress} said so
     */
    public BackfillPreview preview(PreviewRequest request, Progress progress) {
        var preview = build(request, progress);
        previews.record(
                preview.approve(text, clock.instant()), request.dataDirectory().realPath());
        return preview;
    }

    /** The same without a record: nobody looks at it, and nothing of it can be approved. */
    public BackfillPreview build(PreviewRequest request, Progress progress) {
        var activity = reader.read(
                request.databaseFile(), request.dataDirectory(), request.now().orElseGet(clock::instant), progress);
        var config = new TelemetryConfigFile(request.dataDirectory().telemetryConfig()).read();
        var profile = InstallProfile.detect(environment);
        var payload = Payload.of(
                activity,
                installId(request, config),
                profile,
                new Directives(libraryVersion, request.withoutLocation()));
        var sealed = SealedPayload.seal(payload, request.key());
        var consent = new ConsentChain(environment).decide(config);
        var marker = new CompletionMarker(request.dataDirectory().marker()).read(payload.version());
        boolean dryRun = Gates.dryRun(environment);
        var closed = Gates.closed(new Gates.Case(
                marker,
                consent,
                config,
                dryRun,
                sealed,
                request.key(),
                request.destination(),
                request.dataDirectory().owns(request.databaseFile())));
        return new BackfillPreview(
                request,
                activity,
                profile,
                payload,
                sealed,
                PrivacyReport.of(sealed),
                config,
                consent,
                marker,
                dryRun,
                closed);
    }

    /**
     * What the marker means, before anything is built: gate 1 alone. The memory database is looked into only if it matters which
     * version the payload would have.
     */
    public MarkerStanding marker(PreviewRequest request) {
        return marker(
                request.dataDirectory(), request.databaseFile(), request.now().orElseGet(clock::instant));
    }

    /** The same of the data directory's own database, now. */
    MarkerStanding marker(DataDirectory directory) {
        return marker(directory, directory.database(), clock.instant());
    }

    private MarkerStanding marker(DataDirectory directory, Path database, Instant now) {
        var file = new CompletionMarker(directory.marker());
        var least = file.read(Payload.BASE_VERSION);
        var most = file.read(Payload.version(true));
        if (least.kind() == most.kind() || !Files.exists(database)) {
            return new MarkerStanding(least, Optional.empty());
        }
        try {
            return new MarkerStanding(
                    reader.hasTurnsInWindow(database, directory, now) ? most : least, Optional.empty());
        } catch (ProblemException e) {
            return new MarkerStanding(least, Optional.of(e.problem()));
        }
    }

    /** The version that a payload of the data directory's own database has now; the lowest where that cannot be told. */
    int version(DataDirectory directory) {
        try {
            return Payload.version(reader.hasTurnsInWindow(directory.database(), directory, clock.instant()));
        } catch (ProblemException e) {
            return Payload.BASE_VERSION; // a marker never says more than is known
        }
    }

    private InstallId installId(PreviewRequest request, TelemetryConfig config) {
        return request.installId()
                .map(id -> new InstallId(id, InstallId.Origin.OPTION))
                .orElseGet(() -> own(config));
    }

    private InstallId own(TelemetryConfig config) {
        return switch (config) {
            case TelemetryConfig.Present present -> new InstallId(present.installId(), InstallId.Origin.TELEMETRY_JSON);
            case TelemetryConfig.Absent _, TelemetryConfig.Malformed _ ->
                new InstallId(provisionalId.get(), InstallId.Origin.PROVISIONAL);
        };
    }

    /** The install id that belongs to a data directory, whatever a request pretends. */
    String ownInstallId(DataDirectory directory) {
        return own(new TelemetryConfigFile(directory.telemetryConfig()).read()).value();
    }
}
