package app.recount.cli;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.problem.SystemAnswer;
import app.recount.report.RunImport;
import app.recount.report.RunImport.Line;
import app.recount.report.RunImport.Outcome;
import app.recount.report.RunYamlReader;
import app.recount.store.SmallFile;
import app.recount.text.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON);
        takes.place("FILE", String.class);
        takes.flag("--dry-run");
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        boolean dry = given.has("--dry-run");
        var contents = RunYamlReader.read(bytes(given.path().orElseThrow()));
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

    private byte[] bytes(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw problem(
                        "IMPORT_NOT_FOUND",
                        file,
                        Files.notExists(file) ? Wording.of("cli.import.absent") : Wording.of("cli.import.no-file"));
            }
            if (Files.size(file) > RunYamlReader.LARGEST) {
                throw problem("IMPORT_TOO_LARGE", file, Wording.of("cli.import.too-large"));
            }
            return SmallFile.read(file, RunYamlReader.LARGEST);
        } catch (IOException e) {
            throw problem("IMPORT_NOT_READ", file, SystemAnswer.of(e));
        }
    }

    private static ProblemException problem(String code, Path file, Wording cause) {
        return new ProblemException(new Problem(code, Wording.of("cli.import.failed", file))
                .because(cause)
                .advising(Action.read("nameYaml")));
    }

    private void print(List<Line> lines, List<String> leftOut, boolean dry, Console console) {
        for (var line : lines) {
            if (line.outcome() != Outcome.UNCHANGED || !line.detail().isEmpty()) {
                console.line("%s: %s%s"
                        .formatted(
                                line.name(),
                                services.texts().get("cli.import.outcome." + line.outcome()),
                                line.detail().isEmpty()
                                        ? ""
                                        : ": "
                                                + line.detail().stream()
                                                        .map(services.texts()::say)
                                                        .collect(Collectors.joining("; "))));
            }
        }
        console.line(services.texts()
                .get(
                        dry ? "cli.import.total-dry" : "cli.import.total",
                        count(lines, Outcome.ADDED),
                        count(lines, Outcome.UNCHANGED),
                        count(lines, Outcome.CONFLICT),
                        count(lines, Outcome.UNREADABLE)));
        leftOut.forEach(name -> console.note(services.texts().get("cli.import.left-out", name)));
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static long count(List<Line> lines, Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    private void write(List<Line> lines, List<String> leftOut, boolean dry, JsonGenerator json) {
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
            line.detail().stream().map(services.texts()::say).forEach(json::writeString);
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
