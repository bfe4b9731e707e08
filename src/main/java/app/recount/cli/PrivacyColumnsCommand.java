package app.recount.cli;

import app.recount.memory.ColumnReport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
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
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON);
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        var database = options.request(services, false).databaseFile();
        var now = options.now(services);
        var report = services.memory().columns(database, now);
        if (options.format() == Format.JSON) {
            console.result(JsonOutput.bytes(json -> write(database, now, report, json)));
        } else {
            console.line(services.texts().get("cli.privacy.columns.title", database));
            new ColumnsText(services.texts()).lines(report).forEach(console::line);
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
