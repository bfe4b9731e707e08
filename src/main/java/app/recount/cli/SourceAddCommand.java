package app.recount.cli;

import app.recount.analysis.Source;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code source add}: registers a source, or gives it another title. */
final class SourceAddCommand implements Command {

    private final Services services;

    SourceAddCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "add";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage().description("Registers a source; one that is there already gets the new title.");
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
        spec.addOption(CommonOptions.required("--id", "ID", "The id that runs name."));
        spec.addOption(CommonOptions.required("--title", "TEXT", "The title."));
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        var source = new Source(
                CommonOptions.text(parsed, "--id").orElse("").strip(),
                CommonOptions.text(parsed, "--title").orElse("").strip());
        services.tracking().analyses().sources().add(source);
        if (options.format() == Format.JSON) {
            console.result(JsonOutput.bytes(json -> SourceListCommand.write(source, json)));
        } else {
            console.line("%s: %s".formatted(source.id(), source.title()));
        }
        return ExitStatus.DONE;
    }
}
