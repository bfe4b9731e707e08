package app.recount.cli;

import app.recount.rehearsal.Reception;
import app.recount.rehearsal.RequestFinding;
import app.recount.text.Texts;
import java.net.URI;

/** What the receiver says: lines for people, or one JSON object a line. */
final class RehearsalText {

    private final Console console;
    private final boolean json;
    private final Texts texts;

    RehearsalText(Console console, boolean json, Texts texts) {
        this.console = console;
        this.json = json;
        this.texts = texts;
    }

    synchronized void listening(URI destination) {
        if (json) {
            console.result(JsonOutput.line(generator -> {
                generator.writeStartObject();
                generator.writeStringProperty("listening", destination.toString());
                generator.writeEndObject();
            }));
        } else {
            console.line(texts.get("cli.rehearse.listening", destination));
            console.note(texts.get("cli.rehearse.send", destination));
        }
        console.flush();
    }

    /** Called from the receiver's threads. */
    synchronized void received(Reception reception) {
        if (json) {
            console.result(JsonOutput.line(generator -> ReceptionJson.write(reception, generator)));
        } else {
            console.line(texts.get(
                    "cli.rehearse.received",
                    reception.number(),
                    reception.method(),
                    reception.path(),
                    reception.events(),
                    reception.body().length(),
                    reception.body().digest(),
                    reception.status().isPresent()
                            ? String.valueOf(reception.status().getAsInt())
                            : texts.get("cli.rehearse.no-answer")));
            reception.findings().forEach(finding -> console.line("   • " + text(finding)));
        }
        console.flush();
    }

    private String text(RequestFinding finding) {
        var code = finding.code();
        return finding.example().isEmpty()
                ? texts.get("cli.rehearse.finding", code.meaning(), finding.count(), code)
                : texts.get("cli.rehearse.first", code.meaning(), finding.count(), code, finding.example());
    }
}
