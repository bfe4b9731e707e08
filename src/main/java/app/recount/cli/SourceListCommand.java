package app.recount.cli;

import app.recount.analysis.Source;
import app.recount.text.VisibleText;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** {@code source list}: the registered sources. */
final class SourceListCommand implements Command {

    private final Services services;

    SourceListCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "list";
    }

    @Override
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON);
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        var sources = services.tracking().analyses().sources().list();
        if (options.format() == Format.JSON) {
            console.result(JsonOutput.bytes(json -> {
                json.writeStartArray();
                sources.forEach(source -> write(source, json));
                json.writeEndArray();
            }));
        } else if (sources.isEmpty()) {
            console.line(services.texts().get("cli.source.list.none"));
        } else {
            var table = TextTable.headed(services.texts().get("cli.source.list.columns"));
            sources.forEach(
                    source -> table.row(List.of(VisibleText.name(source.id()), VisibleText.name(source.title()))));
            table.lines().forEach(console::line);
        }
        return ExitStatus.DONE;
    }

    static void write(Source source, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("id", source.id());
        json.writeStringProperty("title", source.title());
        json.writeEndObject();
    }
}
