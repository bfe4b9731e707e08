package app.recount.cli;

import app.recount.memory.ColumnReport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.core.JsonGenerator;

/** {@code privacy columns}: what Recount's statements do with each column of the database, as SQLite compiles them there. */
final class PrivacyColumnsCommand implements Command {

    private final Services services;

    PrivacyColumnsCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "columns";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description("Lists every column of the memory database as read, length only or never read.")
                .footer(
                        "",
                        "Found out from the programs that SQLite compiles Recount's statements into on this very"
                                + " database; none of them is run.");
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        var database = options.request(services, false).databaseFile();
        var now = options.now(services);
        var report = services.memory().columns(database, now);
        if (options.format() == Format.JSON) {
            console.result(JsonOutput.bytes(json -> write(database, now, report, json)));
        } else {
            console.line("Columns of " + database);
            ColumnsText.lines(report).forEach(console::line);
        }
        return ExitStatus.DONE;
    }

    private static void write(Path database, Instant now, ColumnReport report, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("database", database.toString());
        json.writeStringProperty("now", now.toString());
        json.writeArrayPropertyStart("tables");
        for (var relation : report.relations()) {
            json.writeStartObject();
            json.writeStringProperty("name", relation.name());
            json.writeStringProperty("kind", relation.kind().name().toLowerCase(Locale.ROOT));
            json.writeArrayPropertyStart("columns");
            relation.columns().forEach(column -> write(column, json));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(ColumnReport.Column column, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("name", column.name());
        json.writeStringProperty("type", column.type());
        json.writeStringProperty("use", column.use().word());
        json.writeArrayPropertyStart("needed_for");
        column.need()
                .purposes()
                .forEach(purpose -> json.writeString(purpose.name().toLowerCase(Locale.ROOT)));
        json.writeEndArray();
        json.writeArrayPropertyStart("keys");
        column.need().metrics().forEach(metric -> json.writeString(metric.key()));
        json.writeEndArray();
        json.writeEndObject();
    }
}
