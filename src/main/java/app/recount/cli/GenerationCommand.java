package app.recount.cli;

import app.recount.generation.GenerationRollup;
import app.recount.store.Progress;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code generation}, the same as {@code generation summary}: what claude-mem's own compression turns cost, day by day. */
final class GenerationCommand implements Command {

    private final Services services;
    private final String name;
    private final List<Command> subcommands;

    private GenerationCommand(Services services, String name, List<Command> subcommands) {
        this.services = services;
        this.name = name;
        this.subcommands = subcommands;
    }

    static GenerationCommand with(Services services) {
        return new GenerationCommand(
                services,
                "generation",
                List.of(
                        new GenerationCommand(services, "summary", List.of()),
                        new GenerationListCommand(services),
                        new GenerationRecordCommand(services),
                        new GenerationImportCommand(services),
                        new GenerationTableCommand(services)));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Command> subcommands() {
        return subcommands;
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description(
                        "Shows what claude-mem's own compression turns cost, day by day, and where each figure comes from.")
                .footer("", "Days before the first one are unknown, not free.");
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        var request = options.request(services, false);
        var rollup = services.generation()
                .rollup(
                        request.dataDirectory(),
                        request.databaseFile(),
                        request.now().orElseGet(services.clock()::instant),
                        Progress.NONE);
        if (options.format() == Format.JSON) {
            console.result(JsonOutput.bytes(json -> new GenerationJson(json).write(rollup)));
        } else {
            print(rollup, console);
        }
        return ExitStatus.DONE;
    }

    private static void print(GenerationRollup rollup, Console console) {
        if (rollup.days().isEmpty()) {
            console.line("Nothing is known of what generation cost.");
            return;
        }
        GenerationText.lines(rollup).forEach(console::line);
    }
}
