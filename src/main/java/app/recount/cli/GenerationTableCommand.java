package app.recount.cli;

import app.recount.generation.TableMigration.Direction;
import app.recount.generation.TableMigration.Done;
import app.recount.generation.TableMigration.Plan;
import java.nio.file.Path;
import java.util.Optional;
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
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON);
        takes.flag("--yes");
        takes.flag("--undo");
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        if (options.database().isPresent()) {
            throw given.usage(services.texts().get("cli.generation.install-table.other"));
        }
        var direction = given.has("--undo") ? Direction.REMOVE : Direction.INSTALL;
        var directory = options.dataDirectory(services);
        var table = services.generation().table();
        boolean json = options.format() == Format.JSON;
        if (!json) {
            show(table.plan(directory, direction), given.has("--yes"), console);
            console.flush();
        }
        var done = given.has("--yes")
                ? table.run(directory, direction)
                : new Done(table.plan(directory, direction), Optional.empty());
        if (json) {
            console.result(JsonOutput.bytes(generator -> write(done, generator)));
        } else {
            done.backup().ifPresent(file -> console.line(said(done, file)));
        }
        return ExitStatus.DONE;
    }

    private String said(Done done, Path backup) {
        return done.isChanged()
                ? services.texts().get("cli.generation.install-table.done", backup)
                : services.texts().get("cli.generation.install-table.earlier", backup);
    }

    private void show(Plan plan, boolean now, Console console) {
        console.line(services.texts().get("cli.generation.install-table.database", plan.database()));
        console.line(services.texts().say(plan.why()));
        if (plan.isNothingToDo()) {
            console.line(services.texts().get("cost.table.nothing"));
            return;
        }
        console.line("");
        plan.statements().forEach(sql -> (sql + ";").lines().forEach(line -> console.line("  " + line)));
        console.line("");
        console.line(
                now
                        ? services.texts().get("cli.generation.install-table.now")
                        : services.texts().get("cli.generation.install-table.later"));
    }

    private void write(Done done, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("database", done.plan().database().toString());
        json.writeStringProperty("state", services.texts().say(done.plan().why()));
        json.writeArrayPropertyStart("statements");
        done.plan().statements().forEach(json::writeString);
        json.writeEndArray();
        json.writeBooleanProperty("changed", done.isChanged());
        json.writeName("backup");
        done.backup().map(Path::toString).ifPresentOrElse(json::writeString, json::writeNull);
        json.writeEndObject();
    }
}
