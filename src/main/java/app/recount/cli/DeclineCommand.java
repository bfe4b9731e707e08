package app.recount.cli;

import app.recount.delivery.BackfillPreview;
import app.recount.delivery.Decline;
import app.recount.delivery.Marker;
import app.recount.delivery.PreviewRequest;
import app.recount.problem.ProblemException;
import app.recount.store.JsonFile;
import app.recount.store.Progress;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.core.JsonGenerator;

/** {@code decline}: records the no, and on request keeps claude-mem's own worker from sending. */
final class DeclineCommand implements Command {

    private static final String TELEMETRY_OFF = "--telemetry-off";
    private static final String WRITE_MARKER = "--write-marker";

    private final Services services;

    DeclineCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "decline";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description("Records that you do not want this history sent.")
                .footer("", "Without an option claude-mem's own worker may still send it at its next start.");
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
        spec.addOption(
                CommonOptions.flag(
                        TELEMETRY_OFF,
                        "Write “enabled: false” into telemetry.json; an old file that cannot be understood is kept beside it."));
        spec.addOption(
                CommonOptions.flag(WRITE_MARKER, "Write a marker with zero events, as if the history had been sent."));
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        boolean json = options.format() == Format.JSON;
        var request = options.request(services, false);
        var choice =
                new Decline.Choice(CommonOptions.has(parsed, TELEMETRY_OFF), CommonOptions.has(parsed, WRITE_MARKER));
        var decline = services.backfill().decline();
        var foresight = decline.foresee(request.dataDirectory());
        var declined = decline.decline(request.dataDirectory(), preview(request, json, console), choice);
        if (json) {
            console.result(JsonOutput.bytes(generator -> write(declined, generator)));
        } else {
            print(choice, foresight, declined, console);
        }
        return ExitStatus.DONE;
    }

    /** A no counts whether the database can be read or not; the receipt then names no payload. */
    private Optional<BackfillPreview> preview(PreviewRequest request, boolean json, Console console) {
        try {
            return Optional.of(services.backfill().run().preview(request, Progress.NONE));
        } catch (ProblemException e) {
            if (!json) {
                console.note("Declined without a preview: " + ProblemOutput.sentences(e.problem()));
            }
            return Optional.empty();
        }
    }

    private static void print(
            Decline.Choice choice, Decline.Foresight foresight, Decline.Declined declined, Console console) {
        console.line("Declined. Nothing was sent.");
        if (!choice.telemetryOff() && !choice.writeMarker()) {
            foresight.recordOnly().forEach(console::line);
            console.note("To keep it from sending: recount decline %s, or %s.".formatted(TELEMETRY_OFF, WRITE_MARKER));
        }
        if (choice.telemetryOff()) {
            foresight.telemetryOff().forEach(console::line);
        }
        declined.setAside().ifPresent(file -> console.line("The old telemetry.json is now %s.".formatted(file)));
        if (choice.writeMarker()) {
            foresight.writeMarker().forEach(console::line);
        }
    }

    private static void write(Decline.Declined declined, JsonGenerator json) {
        json.writeStartObject();
        json.writeBooleanProperty("telemetry_off", declined.telemetryOff());
        json.writeName("set_aside");
        declined.setAside().ifPresentOrElse(file -> json.writeString(file.toString()), json::writeNull);
        json.writeName("marker");
        declined.marker().ifPresentOrElse(marker -> write(marker, json), json::writeNull);
        json.writeBooleanProperty(
                "worker_may_send", !declined.telemetryOff() && declined.marker().isEmpty());
        json.writeEndObject();
    }

    private static void write(Marker marker, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("completedAt", JsonFile.timestamp(marker.completedAt()));
        json.writeStringProperty("throughDay", marker.throughDay().toString());
        json.writeNumberProperty("eventCount", marker.eventCount());
        json.writeStringProperty("installId", marker.installId());
        json.writeNumberProperty("version", marker.version());
        json.writeEndObject();
    }
}
