package app.recount.cli;

import app.recount.generation.CompressionEvent;
import app.recount.generation.TurnOutcome;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code generation list}: the turns that Recount keeps itself. */
final class GenerationListCommand implements Command {

    private static final String UNKNOWN = "–";

    private final Services services;

    GenerationListCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "list";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description("Lists the compression turns that Recount keeps for the data directory, oldest first.");
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        var turns = services.generation().turns().list(options.dataDirectory(services));
        if (options.format() == Format.JSON) {
            console.result(JsonOutput.bytes(json -> {
                json.writeStartArray();
                turns.forEach(new GenerationJson(json)::write);
                json.writeEndArray();
            }));
        } else if (turns.isEmpty()) {
            console.line("No turns yet.");
        } else {
            table(turns).lines().forEach(console::line);
        }
        return ExitStatus.DONE;
    }

    private static TextTable table(List<CompressionEvent> turns) {
        var table = new TextTable(List.of(
                "Time", "Memory session", ">Turn", "Outcome", ">Tokens in", ">Tokens out", ">Cost USD", "Model"));
        for (var turn : turns) {
            table.row(List.of(
                    turn.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                    turn.key().memorySessionId(),
                    String.valueOf(turn.key().turn()),
                    turn.outcome().map(TurnOutcome::word).orElse(UNKNOWN),
                    turn.figures().tokensInput().map(String::valueOf).orElse(UNKNOWN),
                    turn.figures().tokensOutput().map(String::valueOf).orElse(UNKNOWN),
                    turn.figures().costUsd().map(BigDecimal::toPlainString).orElse(UNKNOWN),
                    turn.model().orElse(UNKNOWN)));
        }
        return table;
    }
}
