package app.recount.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code status}: where everything stands. Does not read the memory database. */
final class StatusCommand implements Command {

    private final Services services;

    StatusCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description("Says where the backfill stands: database, marker, consent, destination, receipts, runs.");
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        var status = Status.of(options.request(services, false), services, options.now(services));
        if (options.format() == Format.JSON) {
            console.result(JsonOutput.bytes(generator -> new StatusJson(generator).write(status)));
        } else {
            new StatusText(status).lines().forEach(console::line);
        }
        return ExitStatus.DONE;
    }
}
