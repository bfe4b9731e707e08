package app.recount.cli;

import app.recount.analysis.AnalysisRun;
import app.recount.consent.TelemetryConfig;
import app.recount.delivery.MarkerState;
import app.recount.delivery.Receipt;
import app.recount.delivery.WaitingDelivery;
import app.recount.payload.Payload;
import app.recount.problem.Problem;
import app.recount.text.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The status for people. */
final class StatusText {

    private static final int LABEL = 14;

    private final Status status;
    private final Texts texts;
    private final Amounts amounts;
    private final List<String> lines = new ArrayList<>();

    StatusText(Status status, Texts texts) {
        this.status = status;
        this.texts = texts;
        this.amounts = new Amounts(texts);
    }

    List<String> lines() {
        var request = status.request();
        lines.addAll(Paragraph.wrap("", "", standing()));
        lines.add("");
        label("database", database(request.databaseFile()));
        label("data-folder", status.directory().text(texts));
        status.directory().notice(texts).ifPresent(notice -> label("notice", notice));
        label("home", status.home().toString());
        label("marker", marker());
        label("consent", consent());
        label(
                "api-key",
                request.key().problem().map(Problem::message).map(texts::say).orElse(texts.get("cli.status.key")));
        label(
                "destination",
                request.destination().address()
                        + request.destination()
                                .problem()
                                .map(Problem::cause)
                                .map(cause -> " — " + texts.say(cause))
                                .orElse(""));
        status.waiting().forEach(waiting -> label("waiting", waiting(waiting)));
        label("last-receipt", status.lastReceipt().map(this::receipt).orElse(texts.get("cli.status.no-receipt")));
        status.openRuns().forEach(run -> label("open-run", open(run)));
        return List.copyOf(lines);
    }

    private String database(Path file) {
        return switch (status.place()) {
            case FILE -> file.toString();
            case NOTHING -> texts.get("cli.status.no-database", file);
            case NO_FILE -> texts.get("cli.status.no-file", file);
        };
    }

    private String standing() {
        return texts.get("cli.status.standing." + status.standing());
    }

    private String marker() {
        return switch (status.marker().kind()) {
            case ABSENT -> texts.get("cli.status.marker.ABSENT");
            case CURRENT -> texts.get("cli.status.marker.CURRENT", version(status.marker()), unread());
            case OLDER -> texts.get("cli.status.marker.OLDER");
            case UNREADABLE -> texts.get("cli.status.marker.UNREADABLE");
        };
    }

    private String unread() {
        return status.marking()
                .unread()
                .map(problem -> texts.get("cli.status.marker.unread", Payload.BASE_VERSION, problem.message()))
                .orElse("");
    }

    private static String version(MarkerState marker) {
        return marker.version().orElse("1");
    }

    private String consent() {
        if (status.config() instanceof TelemetryConfig.Malformed malformed) {
            return texts.get("cli.status.blocked", malformed.reason());
        }
        return status.consent().allowed()
                ? texts.get("cli.consent.allowed", status.consent().detail())
                : texts.get("cli.consent.off", status.consent().detail());
    }

    private String waiting(WaitingDelivery waiting) {
        var approval = waiting.approval();
        return texts.get(
                "cli.status.waiting",
                texts.get("review.waiting." + waiting.state()),
                waiting.acknowledgedEvents(),
                approval.eventCount(),
                waiting.since().truncatedTo(ChronoUnit.SECONDS),
                approval.digest());
    }

    private String receipt(Receipt receipt) {
        return texts.get(
                "cli.status.receipt",
                receipt.number(),
                receipt.time().truncatedTo(ChronoUnit.SECONDS),
                receipt.kind().text(),
                receipt.outcome().map(outcome -> ": " + outcome).orElse(""));
    }

    private String open(AnalysisRun run) {
        var since = run.times().startedAt() == null
                ? run.times().createdAt()
                : run.times().startedAt();
        return texts.get(
                "cli.status.run",
                run.id(),
                run.sourceId(),
                run.tool(),
                amounts.span(Duration.between(since, status.now())));
    }

    private void label(String label, String text) {
        lines.addAll(Paragraph.labelled(texts.get("cli.status.label." + label), LABEL, text));
    }
}
