package app.recount.cli;

import app.recount.delivery.BackfillPreview;
import app.recount.delivery.Decline;
import app.recount.delivery.Marker;
import app.recount.delivery.PreviewRequest;
import app.recount.problem.ProblemException;
import app.recount.store.JsonFile;
import app.recount.store.Progress;
import app.recount.text.Wording;
import java.util.List;
import java.util.Optional;
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
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON);
        takes.flag(TELEMETRY_OFF);
        takes.flag(WRITE_MARKER);
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        boolean json = options.format() == Format.JSON;
        var request = options.request(services, false);
        var choice = new Decline.Choice(given.has(TELEMETRY_OFF), given.has(WRITE_MARKER));
        var decline = services.backfill().decline();
        var foresight = decline.foresee(request.dataDirectory());
        var seen = seen(request);
        var declined = decline.decline(request.dataDirectory(), seen.preview(), choice);
        var found = FoundDirectory.of(request.dataDirectory(), services.environment());
        if (json) {
            console.result(JsonOutput.bytes(generator -> write(declined, found, generator)));
        } else {
            seen.unread().ifPresent(why -> console.note(services.texts().get("cli.decline.no-preview", why)));
            // without one of ours another came first, at the last moment it may be
            var marking = declined.marker().isPresent() ? foresight : decline.foresee(request.dataDirectory());
            print(choice, foresight, marking.writeMarker(), declined, console);
            found.notice(services.texts()).ifPresent(console::line);
        }
        return ExitStatus.DONE;
    }

    /**
     * What the receipt names: nothing is shown here, so nothing may be approved by it. A no counts whether the database can be read or not.
     *
     * @param unread why there is no preview
     */
    private record Seen(Optional<BackfillPreview> preview, Optional<Wording> unread) {}

    private Seen seen(PreviewRequest request) {
        try {
            return new Seen(Optional.of(services.backfill().run().build(request, Progress.NONE)), Optional.empty());
        } catch (ProblemException e) {
            return new Seen(Optional.empty(), Optional.of(e.problem().sentences()));
        }
    }

    private void print(
            Decline.Choice choice,
            Decline.Foresight foresight,
            List<Wording> marking,
            Decline.Declined declined,
            Console console) {
        console.line(services.texts().get("cli.decline.done"));
        declined.stood()
                .ifPresent(receipt -> console.line(services.texts().get("cli.decline.stood", receipt.number())));
        if (choice.isBare()) {
            foresight.recordOnly().stream().map(services.texts()::say).forEach(console::line);
            console.note(services.texts().get("cli.decline.more", TELEMETRY_OFF, WRITE_MARKER));
        }
        if (choice.telemetryOff()) {
            foresight.telemetryOff().stream().map(services.texts()::say).forEach(console::line);
        }
        declined.setAside().ifPresent(file -> console.line(services.texts().get("cli.decline.set-aside", file)));
        if (choice.writeMarker()) {
            marking.stream().map(services.texts()::say).forEach(console::line);
        }
    }

    /** A worker that works in another folder may send whatever is written into this one. */
    private static void write(Decline.Declined declined, FoundDirectory found, JsonGenerator json) {
        json.writeStartObject();
        json.writeBooleanProperty("telemetry_off", declined.telemetryOff());
        json.writeName("set_aside");
        declined.setAside().ifPresentOrElse(file -> json.writeString(file.toString()), json::writeNull);
        json.writeName("marker");
        declined.marker().ifPresentOrElse(marker -> write(marker, json), json::writeNull);
        json.writeBooleanProperty("worker_may_send", found.overridden().isPresent() || declined.workerMaySend());
        found.writeOverridden(json);
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
