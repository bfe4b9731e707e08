package app.recount.cli;

import app.recount.delivery.BackfillPreview;
import app.recount.store.Progress;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code preview}: what would be sent, to the byte, and what stands in the way. Opens no socket. */
final class PreviewCommand implements Command {

    private final Services services;

    PreviewCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "preview";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description("Shows every event that the historical backfill would send. Sends nothing.")
                .footer("", "With --format body the bytes themselves: their SHA-256 is the digest.");
        CommonOptions.declare(spec, Format.TEXT, Format.JSON, Format.BODY);
        spec.addOption(CommonOptions.withoutLocation());
        spec.addOption(CommonOptions.flag(
                "--all-days", "In text, print every day, and not only the last fourteen and a sum of the others."));
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        var request = options.request(services, CommonOptions.has(parsed, CommonOptions.WITHOUT_LOCATION));
        var preview = services.backfill().run().preview(request, Progress.NONE);
        print(preview, options.format(), CommonOptions.has(parsed, "--all-days"), console);
        return ExitStatus.DONE;
    }

    private static void print(BackfillPreview preview, Format format, boolean allDays, Console console) {
        switch (format) {
            case TEXT -> new PreviewText(preview, allDays).lines().forEach(console::line);
            case JSON -> console.result(JsonOutput.bytes(generator -> new PreviewJson(generator).write(preview)));
            case BODY -> console.result(preview.sealed().body());
        }
    }
}
