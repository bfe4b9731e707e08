package app.recount.cli;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.report.RunImport;
import app.recount.report.RunImport.Line;
import app.recount.report.RunImport.Outcome;
import app.recount.report.RunYamlReader;
import app.recount.store.SmallFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.core.JsonGenerator;

/** {@code import}: takes runs from a YAML export; what is there already is never changed. */
final class ImportCommand implements Command {

    private final Services services;

    ImportCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description("Adds the runs of a YAML export, Recount's own or realitycheck's.")
                .footer("", "Exits 1 if a run was not taken: it cannot be read, or its id stands for another run.");
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("FILE")
                .index("0")
                .required(true)
                .type(String.class)
                .description("The export.")
                .build());
        spec.addOption(CommonOptions.flag("--dry-run", "Say what would be added, add nothing."));
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        boolean dry = CommonOptions.has(parsed, "--dry-run");
        var contents = RunYamlReader.read(bytes(services.environment().expand(parsed.matchedPositionalValue(0, ""))));
        var importing = new RunImport(services.tracking().analyses().runs());
        var lines = dry ? importing.plan(contents.entries()) : importing.apply(contents.entries());
        if (options.format() == Format.JSON) {
            console.result(JsonOutput.bytes(json -> write(lines, contents.leftOut(), dry, json)));
        } else {
            print(lines, contents.leftOut(), dry, console);
        }
        boolean all = count(lines, Outcome.CONFLICT) + count(lines, Outcome.UNREADABLE) == 0;
        return all ? ExitStatus.DONE : ExitStatus.REFUSED;
    }

    private static byte[] bytes(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw problem("IMPORT_NOT_FOUND", file, Files.exists(file) ? "It is no file." : "It does not exist.");
            }
            if (Files.size(file) > RunYamlReader.LARGEST) {
                throw problem("IMPORT_TOO_LARGE", file, "No export of runs is that large.");
            }
            return SmallFile.read(file, RunYamlReader.LARGEST);
        } catch (IOException e) {
            throw problem("IMPORT_NOT_READ", file, String.valueOf(e.getMessage()));
        }
    }

    private static ProblemException problem(String code, Path file, String cause) {
        return new ProblemException(new Problem(
                code, "“%s” cannot be imported.".formatted(file), cause, Action.read("Name a YAML export of runs.")));
    }

    private static void print(List<Line> lines, List<String> leftOut, boolean dry, Console console) {
        for (var line : lines) {
            if (line.outcome() != Outcome.UNCHANGED || !line.detail().isEmpty()) {
                console.line("%s: %s%s"
                        .formatted(
                                line.name(),
                                word(line.outcome()),
                                line.detail().isEmpty() ? "" : ": " + String.join("; ", line.detail())));
            }
        }
        console.line("%d %s, %d unchanged, %d conflicts, %d unreadable."
                .formatted(
                        count(lines, Outcome.ADDED),
                        dry ? "would be added" : "added",
                        count(lines, Outcome.UNCHANGED),
                        count(lines, Outcome.CONFLICT),
                        count(lines, Outcome.UNREADABLE)));
        leftOut.forEach(name -> console.note("The file also has “%s”, which was not read.".formatted(name)));
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static long count(List<Line> lines, Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    private static void write(List<Line> lines, List<String> leftOut, boolean dry, JsonGenerator json) {
        json.writeStartObject();
        json.writeBooleanProperty("dry_run", dry);
        json.writeNumberProperty("added", count(lines, Outcome.ADDED));
        json.writeNumberProperty("unchanged", count(lines, Outcome.UNCHANGED));
        json.writeNumberProperty("conflicts", count(lines, Outcome.CONFLICT));
        json.writeNumberProperty("unreadable", count(lines, Outcome.UNREADABLE));
        json.writeArrayPropertyStart("entries");
        for (var line : lines) {
            json.writeStartObject();
            json.writeStringProperty("id", line.name());
            json.writeStringProperty("outcome", word(line.outcome()));
            json.writeArrayPropertyStart("detail");
            line.detail().forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("left_out");
        leftOut.forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }
}
