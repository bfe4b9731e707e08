package app.recount.cli;

import app.recount.generation.TableMigration.Direction;
import app.recount.generation.TableMigration.Done;
import app.recount.generation.TableMigration.Plan;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.core.JsonGenerator;

/** {@code generation install-table}: shows the statements, and runs them only when told so. */
final class GenerationTableCommand implements Command {

    private final Services services;

    GenerationTableCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "install-table";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description(
                        "Shows how the table of compression turns would be made in the memory database; makes it with --yes.")
                .footer("", "Nothing needs the table: without it Recount keeps the turns itself.");
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
        spec.addOption(CommonOptions.flag(
                "--yes",
                "Copy the database beside itself, then run the statements in one transaction; claude-mem may be writing"
                        + " meanwhile."));
        spec.addOption(CommonOptions.flag(
                "--undo", "Remove the table instead, as long as it is empty; shown first as well, done with --yes."));
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        if (options.database().isPresent()) {
            throw CommonOptions.usage(parsed, "Only the data directory's own database is ever changed: use --data-dir");
        }
        var direction = CommonOptions.has(parsed, "--undo") ? Direction.REMOVE : Direction.INSTALL;
        var directory = options.dataDirectory(services);
        var table = services.generation().table();
        boolean json = options.format() == Format.JSON;
        if (!json) {
            show(table.plan(directory, direction), CommonOptions.has(parsed, "--yes"), console);
            console.flush();
        }
        var done = CommonOptions.has(parsed, "--yes")
                ? table.run(directory, direction)
                : new Done(table.plan(directory, direction), Optional.empty());
        if (json) {
            console.result(JsonOutput.bytes(generator -> write(done, generator)));
        } else {
            done.backup().ifPresent(file -> console.line("Done. The database as it was before: " + file));
        }
        return ExitStatus.DONE;
    }

    private static void show(Plan plan, boolean now, Console console) {
        console.line("Database  " + plan.database());
        console.line(plan.why());
        if (plan.isNothingToDo()) {
            console.line("Nothing is to be done.");
            return;
        }
        console.line("");
        plan.statements().forEach(sql -> (sql + ";").lines().forEach(line -> console.line("  " + line)));
        console.line("");
        console.line(
                now
                        ? "A copy is made beside the database, then these statements run in one transaction."
                        : "Nothing was changed. With --yes a copy is made beside the database, then these statements run.");
    }

    private static void write(Done done, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("database", done.plan().database().toString());
        json.writeStringProperty("state", done.plan().why());
        json.writeArrayPropertyStart("statements");
        done.plan().statements().forEach(json::writeString);
        json.writeEndArray();
        json.writeBooleanProperty("changed", done.backup().isPresent());
        json.writeName("backup");
        done.backup().map(Path::toString).ifPresentOrElse(json::writeString, json::writeNull);
        json.writeEndObject();
    }
}
