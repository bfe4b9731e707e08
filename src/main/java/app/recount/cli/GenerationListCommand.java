package app.recount.cli;

import app.recount.generation.CompressionEvent;
import app.recount.generation.TurnOutcome;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;

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
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON);
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        var turns = services.generation().turns().list(options.dataDirectory(services));
        if (options.format() == Format.JSON) {
            console.result(JsonOutput.bytes(json -> {
                json.writeStartArray();
                turns.forEach(new GenerationJson(json)::write);
                json.writeEndArray();
            }));
        } else if (turns.isEmpty()) {
            console.line(services.texts().get("cli.generation.list.none"));
        } else {
            table(turns).lines().forEach(console::line);
        }
        return ExitStatus.DONE;
    }

    private TextTable table(List<CompressionEvent> turns) {
        var table = TextTable.headed(services.texts().get("cli.generation.list.columns"));
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
