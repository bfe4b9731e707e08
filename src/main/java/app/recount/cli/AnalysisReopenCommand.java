package app.recount.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code analysis reopen}: takes back the end of a run. */
final class AnalysisReopenCommand implements Command {

    private final Services services;

    AnalysisReopenCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "reopen";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description("Opens a run again that was ended by mistake; its stages stay, its end is forgotten.");
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
        spec.addOption(CommonOptions.required("--id", "ID", "The run."));
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        var id = CommonOptions.text(parsed, "--id").orElse("");
        RunText.print(services.tracking().analyses().lifecycle().reopen(id), options.format(), console);
        return ExitStatus.DONE;
    }
}
