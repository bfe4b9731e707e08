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
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.core.JsonGenerator;

/** {@code generation record}: keeps what a worker or a hook tells of compression turns. */
final class GenerationRecordCommand implements Command {

    private static final String LINES = "--lines";

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
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description(
                        "Keeps one compression turn, or many as JSON lines. Telling the same again changes nothing.")
                .footer("", "Exits 1 if a turn was refused; the others are kept.");
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
        text(spec, "--session", "ID", "The memory session id; needed without --lines.");
        text(spec, "--turn", "N", "The number of the turn in its session; needed without --lines.");
        text(spec, "--tokens-input", "N", "Tokens that went to the model, caches included.");
        text(spec, "--tokens-output", "N", "Tokens that it answered.");
        text(
                spec,
                "--cost-usd",
                "AMOUNT",
                "The cost, only as the provider reported it and never an estimate; needs the provider.");
        text(spec, "--model", "NAME", "The model.");
        text(spec, "--provider", "NAME", "The provider; needed with a cost.");
        text(spec, "--outcome", "WORD", "ok, error, partial, invalid_output or aborted; needed without --lines.");
        text(spec, "--at", "TIME", "When: ISO 8601, or an epoch in seconds or milliseconds; now without it.");
        text(
                spec,
                LINES,
                "FILE",
                "Read JSON objects, one on each line, with the column names as keys; - is standard input.");
        spec.addOption(CommonOptions.flag("--replace", "Replace turns that are known with another content."));
    }

    private static void text(CommandSpec spec, String name, String label, String description) {
        spec.addOption(CommonOptions.value(name, label, String.class, description));
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        var generation = services.generation();
        var lines = lines(parsed, generation.fields());
        var turns = lines.stream().flatMap(GenerationRecordCommand::good).toList();
        var recorded = generation
                .recorder()
                .record(turns, options.dataDirectory(services), CommonOptions.has(parsed, "--replace"));
        var refused = lines.stream().flatMap(GenerationRecordCommand::bad).toList();
        if (options.format() == Format.JSON) {
            console.result(JsonOutput.bytes(json -> write(recorded, refused, json)));
        } else {
            print(recorded, refused, console);
        }
        return refused.isEmpty() && recorded.differing().isEmpty() ? ExitStatus.DONE : ExitStatus.REFUSED;
    }

    private static List<Line> lines(ParseResult parsed, TurnFields fields) {
        var told = new HashMap<String, String>();
        FIELDS.forEach(
                (option, field) -> CommonOptions.text(parsed, option).ifPresent(value -> told.put(field, value)));
        Optional<String> file = CommonOptions.text(parsed, LINES);
        if (file.isPresent() && !told.isEmpty()) {
            throw CommonOptions.usage(parsed, "Either %s or the options of one turn".formatted(LINES));
        }
        if (file.isEmpty() && told.isEmpty()) {
            throw CommonOptions.usage(parsed, "Missing the options of a turn, or %s".formatted(LINES));
        }
        return file.map(name -> new TurnLines(fields).read(read(name)))
                .orElseGet(() -> List.of(new Line.Good(1, fields.read(told))));
    }

    private static String read(String name) {
        try {
            if (name.equals("-")) {
                return text(System.in);
            }
            try (var in = Files.newInputStream(Path.of(name))) { // a pipe is welcome here: somebody named it
                return text(in);
            }
        } catch (IOException | InvalidPathException e) {
            throw new ProblemException(
                    new Problem(
                            "INPUT_UNREADABLE",
                            "The lines cannot be read from “%s”.".formatted(name),
                            e.toString(),
                            Action.read("Name a file that is there, or - for standard input.")),
                    e);
        }
    }

    private static String text(InputStream in) throws IOException {
        var bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new IOException("More than %d bytes at once are too much.".formatted(LARGEST));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Stream<CompressionEvent> good(Line line) {
        return line instanceof Line.Good good ? Stream.of(good.turn()) : Stream.empty();
    }

    private static Stream<Line.Bad> bad(Line line) {
        return line instanceof Line.Bad bad ? Stream.of(bad) : Stream.empty();
    }

    private static void print(Recorded recorded, List<Line.Bad> refused, Console console) {
        console.line("%d added, %d known already, %d replaced, %d refused."
                .formatted(
                        recorded.added(),
                        recorded.same(),
                        recorded.replaced(),
                        refused.size() + recorded.differing().size()));
        recorded.differing()
                .forEach(key -> console.note(
                        "recount: Turn %d of %s is known with another content, which stays [TURN_DIFFERS]. --replace replaces it."
                                .formatted(key.turn(), key.memorySessionId())));
        refused.forEach(line -> console.note("recount: Line %d: %s [%s]"
                .formatted(line.number(), line.problem().cause(), line.problem().code())));
    }

    private static void write(Recorded recorded, List<Line.Bad> refused, JsonGenerator json) {
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
            json.writeStringProperty("cause", line.problem().cause());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
    }
}
