package app.recount.cli;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.AnalysisStore.RunFilter;
import app.recount.analysis.RunStatus;
import app.recount.consent.ConsentChain;
import app.recount.consent.ConsentDecision;
import app.recount.consent.TelemetryConfig;
import app.recount.consent.TelemetryConfigFile;
import app.recount.delivery.MarkerStanding;
import app.recount.delivery.MarkerState;
import app.recount.delivery.PreviewRequest;
import app.recount.delivery.Receipt;
import app.recount.delivery.WaitingDelivery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where everything stands, as far as it can be told without reading the whole memory database.
 *
 * @param place what is where the memory database should be
 * @param marking what the marker means for the payload version that the history would have
 * @param lastReceipt the newest entry of the log
 * @param openRuns runs that have not ended, newest first
 */
record Status(
        PreviewRequest request,
        Path home,
        FoundDirectory directory,
        Place place,
        TelemetryConfig config,
        ConsentDecision consent,
        MarkerStanding marking,
        List<WaitingDelivery> waiting,
        Optional<Receipt> lastReceipt,
        List<AnalysisRun> openRuns,
        Instant now) {

    /** The one thing that matters most. */
    enum Standing {
        WAITING_FOR_OUTCOME,
        ALREADY_SENT,
        NO_DATABASE,
        NOT_ALLOWED,
        READY_FOR_REVIEW;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is at a path. */
    enum Place {
        FILE,
        NOTHING,
        /** A folder, a device, a link that leads in a circle, or what lies in a folder that may not be looked into. */
        NO_FILE;

        static Place of(Path path) {
            if (Files.isRegularFile(path)) {
                return FILE;
            }
            return Files.notExists(path) ? NOTHING : NO_FILE;
        }
    }

    static Status of(PreviewRequest request, Services services, Instant now) {
        var directory = request.dataDirectory();
        var config = new TelemetryConfigFile(directory.telemetryConfig()).read();
        var receipts = services.backfill().receipts().list();
        return new Status(
                request,
                services.home().folder(),
                FoundDirectory.of(directory, services.environment()),
                Place.of(request.databaseFile()),
                config,
                new ConsentChain(services.environment()).decide(config),
                services.backfill().run().marker(request),
                services.backfill().delivery().waiting(directory),
                receipts.isEmpty() ? Optional.empty() : Optional.of(receipts.getLast()),
                openRuns(services),
                now);
    }

    /** A home without a database has no runs; asking for them would make one. */
    private static List<AnalysisRun> openRuns(Services services) {
        if (!Files.exists(services.home().database())) {
            return List.of();
        }
        var open = new RunFilter(Optional.empty(), Optional.empty(), Optional.of(RunStatus.STARTED.word()));
        return services.tracking().analyses().runs().list(open, 0);
    }

    boolean databaseExists() {
        return place == Place.FILE;
    }

    MarkerState marker() {
        return marking.state();
    }

    Standing standing() {
        if (!waiting.isEmpty()) {
            return Standing.WAITING_FOR_OUTCOME;
        }
        if (marker().kind() == MarkerState.Kind.CURRENT || marker().kind() == MarkerState.Kind.UNREADABLE) {
            return Standing.ALREADY_SENT;
        }
        if (!databaseExists()) {
            return Standing.NO_DATABASE;
        }
        boolean allowed = consent.allowed() && !(config instanceof TelemetryConfig.Malformed);
        return allowed ? Standing.READY_FOR_REVIEW : Standing.NOT_ALLOWED;
    }
}
