package app.recount.cli;

import app.recount.generation.CompressionEvent;
import app.recount.generation.TurnFields;
import app.recount.generation.TurnLines;
import app.recount.generation.TurnLines.Line;
import app.recount.generation.TurnRecorder.Recorded;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** {@code generation record}: keeps what a worker or a hook tells of compression turns. */
final class GenerationRecordCommand implements Command {

    private static final String LINES = "--lines";
    private static final Path STANDARD_INPUT = Path.of("-");

    /** A hundred thousand turns and more. */
    private static final int LARGEST = 32 << 20;

    /** The options of one turn, and the fields they fill. */
    private static final Map<String, String> FIELDS = Map.of(
            "--session", TurnFields.SESSION,
            "--turn", TurnFields.TURN,
            "--tokens-input", TurnFields.TOKENS_INPUT,
            "--tokens-output", TurnFields.TOKENS_OUTPUT,
            "--cost-usd", TurnFields.COST,
            "--model", TurnFields.MODEL,
            "--provider", TurnFields.PROVIDER,
            "--outcome", TurnFields.OUTCOME,
            "--at", TurnFields.TIME);

    private final Services services;

    GenerationRecordCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "record";
    }

    @Override
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON);
        takes.text("--session", "ID");
        takes.text("--turn", "N");
        takes.text("--tokens-input", "N");
        takes.text("--tokens-output", "N");
        takes.text("--cost-usd", "AMOUNT");
        takes.text("--model", "NAME");
        takes.text("--provider", "NAME");
        takes.text("--outcome", "WORD");
        takes.text("--at", "TIME");
        takes.text(LINES, "FILE");
        takes.flag("--replace");
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        var generation = services.generation();
        var lines = lines(given, generation.fields());
        var turns = lines.stream().flatMap(GenerationRecordCommand::good).toList();
        var recorded = generation.recorder().record(turns, options.dataDirectory(services), given.has("--replace"));
        var refused = lines.stream().flatMap(GenerationRecordCommand::bad).toList();
        if (options.format() == Format.JSON) {
            console.result(JsonOutput.bytes(json -> write(recorded, refused, json)));
        } else {
            print(recorded, refused, console);
        }
        return refused.isEmpty() && recorded.differing().isEmpty() ? ExitStatus.DONE : ExitStatus.REFUSED;
    }

    private List<Line> lines(Arguments given, TurnFields fields) {
        var told = new HashMap<String, String>();
        FIELDS.forEach((option, field) -> given.text(option).ifPresent(value -> told.put(field, value)));
        var file = given.path(LINES);
        if (file.isPresent() && !told.isEmpty()) {
            throw given.usage(services.texts().get("cli.generation.record.either", LINES));
        }
        if (file.isEmpty() && told.isEmpty()) {
            throw given.usage(services.texts().get("cli.generation.record.missing", LINES));
        }
        return file.map(lines -> new TurnLines(fields).read(read(lines)))
                .orElseGet(() -> List.of(new Line.Good(1, fields.read(told))));
    }

    private String read(Path file) {
        try {
            if (file.equals(STANDARD_INPUT)) {
                return text(System.in);
            }
            try (var in = Files.newInputStream(file)) { // a pipe is welcome here: somebody named it
                return text(in);
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("INPUT_UNREADABLE", file).because(e).advising(Action.read("nameInput")), e);
        }
    }

    private String text(InputStream in) throws IOException {
        var bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new IOException(services.texts().get("cli.generation.record.too-much", LARGEST));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Stream<CompressionEvent> good(Line line) {
        return line instanceof Line.Good good ? Stream.of(good.turn()) : Stream.empty();
    }

    private static Stream<Line.Bad> bad(Line line) {
        return line instanceof Line.Bad bad ? Stream.of(bad) : Stream.empty();
    }

    private void print(Recorded recorded, List<Line.Bad> refused, Console console) {
        console.line(services.texts()
                .get(
                        "cli.generation.record.done",
                        recorded.added(),
                        recorded.same(),
                        recorded.replaced(),
                        refused.size() + recorded.differing().size()));
        recorded.differing()
                .forEach(key -> console.note(
                        services.texts().get("cli.generation.record.differs", key.turn(), key.memorySessionId())));
        refused.forEach(line -> console.note(services.texts()
                .get(
                        "cli.generation.record.bad",
                        line.number(),
                        ProblemOutput.why(line.problem()),
                        line.problem().code())));
    }

    private void write(Recorded recorded, List<Line.Bad> refused, JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("added", recorded.added());
        json.writeNumberProperty("same", recorded.same());
        json.writeNumberProperty("replaced", recorded.replaced());
        json.writeArrayPropertyStart("differing");
        recorded.differing().forEach(key -> {
            json.writeStartObject();
            json.writeStringProperty("memory_session_id", key.memorySessionId());
            json.writeNumberProperty("turn", key.turn());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeArrayPropertyStart("refused");
        refused.forEach(line -> {
            json.writeStartObject();
            json.writeNumberProperty("line", line.number());
            json.writeStringProperty("code", line.problem().code());
            var cause = line.problem().cause();
            json.writeStringProperty(
                    "cause", cause == null ? null : services.texts().say(cause));
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
    }
}
