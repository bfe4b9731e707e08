package app.recount.cli;

import app.recount.generation.GenerationRollup;
import app.recount.store.Progress;

/** {@code generation summary}: what claude-mem's own compression turns cost, day by day. */
final class GenerationSummaryCommand implements Command {

    private final Services services;

    GenerationSummaryCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "summary";
    }

    @Override
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON);
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
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

    private void print(GenerationRollup rollup, Console console) {
        if (rollup.days().isEmpty()) {
            console.line(services.texts().get("cli.generation.none"));
            return;
        }
        GenerationText.lines(rollup, services.texts()).forEach(console::line);
    }
}
