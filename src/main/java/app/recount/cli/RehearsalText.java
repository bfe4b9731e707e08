package app.recount.cli;

import app.recount.rehearsal.FaultPlan;
import app.recount.rehearsal.Reception;
import app.recount.rehearsal.RequestFinding;
import java.net.URI;
import java.util.stream.Stream;

/** What the receiver says: lines for people, or one JSON object a line. */
final class RehearsalText {

    private final Console console;
    private final boolean json;

    RehearsalText(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    static String[] help() {
        return Stream.concat(
                        Stream.of(
                                "",
                                "A fault counts for every request; “http-503*2” for the first two,",
                                "“http-429=3,cut-after-reading,ok” one after the other. Faults:"),
                        FaultPlan.choices().stream()
                                .flatMap(choice ->
                                        Paragraph.labelled("  " + choice.name(), 28, choice.meaning()).stream()))
                // picocli reads footers as formats
                .map(line -> line.replace("%", "%%"))
                .toArray(String[]::new);
    }

    synchronized void listening(URI destination) {
        if (json) {
            console.result(JsonOutput.line(generator -> {
                generator.writeStartObject();
                generator.writeStringProperty("listening", destination.toString());
                generator.writeEndObject();
            }));
        } else {
            console.line("Listening at " + destination);
            console.note("Send here: CLAUDE_MEM_TELEMETRY_HOST=%s CLAUDE_MEM_TELEMETRY_KEY=phc_rehearsal"
                    .formatted(destination));
        }
        console.flush();
    }

    /** Called from the receiver's threads. */
    synchronized void received(Reception reception) {
        if (json) {
            console.result(JsonOutput.line(generator -> ReceptionJson.write(reception, generator)));
        } else {
            console.line("%d  %s %s  %d events, %d bytes, %s  → %s"
                    .formatted(
                            reception.number(),
                            reception.method(),
                            reception.path(),
                            reception.events(),
                            reception.body().length(),
                            reception.body().digest(),
                            reception.status().isPresent()
                                    ? String.valueOf(reception.status().getAsInt())
                                    : "no answer"));
            reception.findings().forEach(finding -> console.line("   • " + text(finding)));
        }
        console.flush();
    }

    private static String text(RequestFinding finding) {
        return "%s %d×%s [%s]"
                .formatted(
                        finding.code().meaning(),
                        finding.count(),
                        finding.example().isEmpty() ? "" : ", first: " + finding.example(),
                        finding.code());
    }
}
