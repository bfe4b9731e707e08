package app.recount.cli;

import app.recount.analysis.Source;
import app.recount.text.VisibleText;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
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
    public void describe(CommandSpec spec) {
        spec.usageMessage().description("Lists the registered sources by id.");
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        var sources = services.tracking().analyses().sources().list();
        if (options.format() == Format.JSON) {
            console.result(JsonOutput.bytes(json -> {
                json.writeStartArray();
                sources.forEach(source -> write(source, json));
                json.writeEndArray();
            }));
        } else if (sources.isEmpty()) {
            console.line("No sources.");
        } else {
            var table = new TextTable(List.of("Source", "Title"));
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
