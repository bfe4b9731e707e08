package app.recount.cli;

import app.recount.analysis.UsageBackfill;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code analysis backfill-usage}: fills in what past runs used, from what the logs still tell of their time. */
final class BackfillUsageCommand implements Command {

    private final Services services;

    BackfillUsageCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "backfill-usage";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description("Fills in what past runs used: the calls of their session between start and end.");
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
        BackfillOptions.declare(spec);
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        var backfill = services.tracking().analyses().backfill();
        var request = new UsageBackfill.Request(
                CommonOptions.text(parsed, "--tool"),
                BackfillOptions.since(parsed),
                BackfillOptions.until(parsed),
                CommonOptions.count(parsed, "--limit", 0),
                CommonOptions.has(parsed, "--force"));
        ReadingLine.readAhead(services.tracking().sessions(), console);
        var plan = backfill.plan(request);
        boolean dry = CommonOptions.has(parsed, "--dry-run");
        BackfillOutput.print(dry ? plan : backfill.apply(plan), dry, "no start or no end", options, console);
        return ExitStatus.DONE;
    }
}
