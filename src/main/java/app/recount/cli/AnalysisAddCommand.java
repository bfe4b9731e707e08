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
        text(spec, "--framework-version", "VERSION", "Version of the framework.");
        text(spec, "--methodology-version", "VERSION", "Version of the methodology.");
        text(spec, "--started-at", "INSTANT", "When it began.");
        text(spec, "--completed-at", "INSTANT", "When it ended.");
        text(spec, "--created-at", "INSTANT", "When the entry was made; now without it.");
        spec.addOption(OptionSpec.builder("--duration-seconds", "--duration")
                .paramLabel("N")
                .type(Long.class)
                .description("How many seconds it took.")
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
        text(spec, "--claims-extracted", "IDS", "Ids of claims that were found, between commas.");
        text(spec, "--claims-updated", "IDS", "Ids of claims that were changed, between commas.");
        text(spec, "--inputs-source-ids", "IDS", "Sources that a synthesis was made from, between commas.");
        text(spec, "--inputs-analysis-ids", "IDS", "Runs that a synthesis was made from, between commas.");
        text(spec, "--analysis-file", "FILE", "What was written.");
        text(spec, "--git-commit", "HASH", "The commit it was made at.");
        text(spec, "--notes", "TEXT", "Notes.");
        text(
                spec,
                "--usage-from",
                "TOOL:FILE",
                "Count the session of this log, which must lie where the tool keeps its logs.");
        text(spec, "--window-start", "INSTANT", "Count only its calls from this instant on.");
        text(spec, "--window-end", "INSTANT", "Count only its calls up to this instant, included.");
        spec.addOption(
                CommonOptions.flag(
                        "--estimate-cost",
                        "Work out the cost from the price table; needs --usage-from, because a cost needs the kinds of tokens."));
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
