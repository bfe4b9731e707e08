package app.recount.cli;

import app.recount.analysis.UsageBackfill;

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
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON);
        BackfillOptions.declare(takes);
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        var backfill = services.tracking().analyses().backfill();
        var request = new UsageBackfill.Request(
                given.text("--tool"),
                BackfillOptions.since(given),
                BackfillOptions.until(given),
                given.count("--limit", 0),
                given.has("--force"));
        ReadingLine.readAhead(services.tracking().sessions(), console, services.texts());
        var plan = backfill.plan(request);
        boolean dry = given.has("--dry-run");
        BackfillOutput.print(
                dry ? plan : backfill.apply(plan),
                dry,
                services.texts().get("cli.backfill.usage.skipped"),
                options,
                console,
                services.texts());
        return ExitStatus.DONE;
    }
}
