package app.recount.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code analysis add}: a run that was not tracked, entered in one go. */
final class AnalysisAddCommand implements Command {

    private final Services services;

    AnalysisAddCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "add";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description("Adds a run that was not tracked, and prints its bare id.")
                .footer(
                        "",
                        "Totals, check and duration follow from what is given. Lists are ids between",
                        "commas, times are ISO 8601.");
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
        spec.addOption(CommonOptions.required("--source-id", "ID", "What was analysed."));
        spec.addOption(
                CommonOptions.required("--tool", "TOOL", "What it was done with: %s.".formatted(RunWords.TOOLS)));
        text(spec, "--id", "ID", "The run's id, instead of the next free one.");
        spec.addOption(CommonOptions.value("--pass", "N", Integer.class, "The pass, instead of the source's next."));
        text(spec, "--status", "STATUS", "started, completed (the default), failed, canceled or draft.");
        text(spec, "--cmd", "TEXT", "The command that the run was about.");
        text(spec, "--model", "MODEL", "The model that was used.");
        text(spec, "--framework-version", "VERSION", "Of the framework.");
        text(spec, "--methodology-version", "VERSION", "Of the methodology.");
        text(spec, "--started-at", "INSTANT", "When it began.");
        text(spec, "--completed-at", "INSTANT", "When it ended.");
        text(spec, "--created-at", "INSTANT", "When the entry was made; now without it.");
        spec.addOption(OptionSpec.builder("--duration-seconds", "--duration")
                .paramLabel("N")
                .type(Long.class)
                .description("How long it took.")
                .build());
        for (var count : List.of("in", "out", "baseline", "final", "check")) {
            spec.addOption(
                    CommonOptions.value("--tokens-" + count, "N", Long.class, "The field tokens_%s.".formatted(count)));
        }
        spec.addOption(CommonOptions.value("--total-tokens", "N", Long.class, "The field total_tokens."));
        text(spec, "--cost-usd", "DOLLARS", "What it cost.");
        text(spec, "--usage-provider", "WORD", "Whose tokens they are.");
        text(spec, "--usage-mode", "WORD", "How they were counted.");
        text(spec, "--usage-session-id", "UUID", "The session.");
        text(spec, "--stages-json", "JSON", "The stages, as in an export.");
        text(spec, "--claims-extracted", "IDS", "Claims that were found.");
        text(spec, "--claims-updated", "IDS", "Claims that were changed.");
        text(spec, "--inputs-source-ids", "IDS", "Sources of a synthesis.");
        text(spec, "--inputs-analysis-ids", "IDS", "Runs of a synthesis.");
        text(spec, "--analysis-file", "FILE", "What was written.");
        text(spec, "--git-commit", "HASH", "The commit it was made at.");
        text(spec, "--notes", "TEXT", "Notes.");
        text(spec, "--usage-from", "TOOL:FILE", "Count the tokens in the session of this log.");
        text(spec, "--window-start", "INSTANT", "Count only calls from this instant on.");
        text(spec, "--window-end", "INSTANT", "Count only calls up to this instant.");
        spec.addOption(CommonOptions.flag("--estimate-cost", "Work out the cost from the model's prices."));
        text(spec, "--price-in-per-1m", "DOLLARS", "Instead of the table: a million tokens in.");
        text(spec, "--price-out-per-1m", "DOLLARS", "Instead of the table: a million tokens out.");
    }

    private static void text(CommandSpec spec, String name, String label, String description) {
        spec.addOption(CommonOptions.value(name, label, String.class, description));
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        var request = new AddOptions(parsed, services).request();
        var run = services.tracking().analyses().entries().add(request);
        if (options.format() == Format.JSON) {
            RunOutput.json(run, console);
        } else {
            console.line(run.id());
        }
        return ExitStatus.DONE;
    }
}
