package app.recount.cli;

import app.recount.analysis.AnalysisRun;
import app.recount.consent.TelemetryConfig;
import app.recount.delivery.MarkerState;
import app.recount.delivery.Receipt;
import app.recount.delivery.WaitingDelivery;
import app.recount.payload.Payload;
import app.recount.problem.Problem;
import app.recount.store.DataDirectory;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The status for people. */
final class StatusText {

    private static final int LABEL = 14;

    private final Status status;
    private final List<String> lines = new ArrayList<>();

    StatusText(Status status) {
        this.status = status;
    }

    List<String> lines() {
        var request = status.request();
        lines.addAll(Paragraph.wrap("", "", standing()));
        lines.add("");
        label("Database", request.databaseFile() + (status.databaseExists() ? "" : " (does not exist)"));
        label("Data folder", "%s, %s".formatted(request.dataDirectory().path(), foundBy(request.dataDirectory())));
        label("Marker", marker());
        label("Consent", consent());
        label("API key", request.key().problem().map(Problem::message).orElse("set"));
        label(
                "Destination",
                request.destination().address()
                        + request.destination()
                                .problem()
                                .map(problem -> " — " + problem.cause())
                                .orElse(""));
        status.waiting().forEach(waiting -> label("Waiting", waiting(waiting)));
        label("Last receipt", status.lastReceipt().map(StatusText::receipt).orElse("none"));
        status.openRuns().forEach(run -> label("Open run", open(run)));
        return List.copyOf(lines);
    }

    private String standing() {
        return switch (status.standing()) {
            case WAITING_FOR_OUTCOME -> "An approved payload waits for its outcome; the same bytes can be sent again.";
            case ALREADY_SENT -> "The history of this install counts as sent; there is nothing to do.";
            case NO_DATABASE -> "There is no memory database.";
            case NOT_ALLOWED -> "There may be a history to send, but telemetry is not allowed.";
            case READY_FOR_REVIEW -> "A history may be waiting for your review: recount preview";
        };
    }

    private static String foundBy(DataDirectory directory) {
        return switch (directory.places().getLast().kind()) {
            case OPTION -> "as you named it";
            case VARIABLE -> "named by CLAUDE_MEM_DATA_DIR";
            case SETTINGS_FILE -> "named by claude-mem's settings.json";
            case DEFAULT -> "the usual place";
        };
    }

    private String marker() {
        return switch (status.marker().kind()) {
            case ABSENT -> "none";
            case CURRENT -> "stands, at payload version " + version(status.marker()) + unread();
            case OLDER -> "of an older payload version, which does not count";
            case UNREADABLE -> "cannot be read, which claude-mem counts as sent";
        };
    }

    private String unread() {
        return status.marking()
                .unread()
                .map(problem -> "; whether this history asks for more than version %d cannot be told: %s"
                        .formatted(Payload.BASE_VERSION, problem.message()))
                .orElse("");
    }

    private static String version(MarkerState marker) {
        return marker.version().orElse("1");
    }

    private String consent() {
        if (status.config() instanceof TelemetryConfig.Malformed malformed) {
            return "blocked: telemetry.json cannot be understood, %s".formatted(malformed.reason());
        }
        return "%s: %s"
                .formatted(
                        status.consent().allowed() ? "allowed" : "off",
                        status.consent().detail());
    }

    private static String waiting(WaitingDelivery waiting) {
        var approval = waiting.approval();
        return "%s, %d of %d events acknowledged, since %s: %s"
                .formatted(
                        WaitingText.of(waiting.state()),
                        waiting.acknowledgedEvents(),
                        approval.eventCount(),
                        waiting.since().truncatedTo(ChronoUnit.SECONDS),
                        approval.digest());
    }

    private static String receipt(Receipt receipt) {
        return "no. %d, %s, %s%s"
                .formatted(
                        receipt.number(),
                        receipt.time().truncatedTo(ChronoUnit.SECONDS),
                        receipt.kind().text(),
                        receipt.outcome().map(outcome -> ": " + outcome).orElse(""));
    }

    private String open(AnalysisRun run) {
        var since = run.times().startedAt() == null
                ? run.times().createdAt()
                : run.times().startedAt();
        return "%s of %s with %s, started %s ago"
                .formatted(run.id(), run.sourceId(), run.tool(), Amounts.span(Duration.between(since, status.now())));
    }

    private void label(String label, String text) {
        lines.addAll(Paragraph.labelled(label, LABEL, text));
    }
}
