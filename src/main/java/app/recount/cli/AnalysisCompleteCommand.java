package app.recount.cli;

import app.recount.analysis.CompleteRequest;
import app.recount.analysis.RunStatus;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code analysis complete}: ends a run. */
final class AnalysisCompleteCommand implements Command {

    private final Services services;

    AnalysisCompleteCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "complete";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description("Ends a run: what its session has used since the start is the run's own.")
                .footer("", "Lists are ids between commas; a list that is not given keeps what the run has.");
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
        spec.addOption(CommonOptions.required("--id", "ID", "The run."));
        spec.addOption(CommonOptions.value(
                "--status", "STATUS", String.class, "How it ended: completed (the default), failed, canceled, draft."));
        spec.addOption(CommonOptions.value(
                "--tokens-final", "N", Long.class, "The session's count, instead of the one that its log tells."));
        spec.addOption(CommonOptions.value(
                "--claims-extracted", "IDS", String.class, "Ids of claims that were found, between commas."));
        spec.addOption(CommonOptions.value(
                "--claims-updated", "IDS", String.class, "Ids of claims that were changed, between commas."));
        spec.addOption(CommonOptions.value("--analysis-file", "FILE", String.class, "What was written."));
        spec.addOption(CommonOptions.value(
                "--inputs-source-ids", "IDS", String.class, "Sources that a synthesis was made from, between commas."));
        spec.addOption(CommonOptions.value(
                "--inputs-analysis-ids", "IDS", String.class, "Runs that a synthesis was made from, between commas."));
        spec.addOption(CommonOptions.value("--notes", "TEXT", String.class, "Notes, instead of the run's."));
        spec.addOption(CommonOptions.flag(
                "--estimate-cost", "Work out the cost from the price table; a model without a price has no cost."));
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        var status = RunWords.status(
                parsed,
                "--status",
                RunStatus.COMPLETED,
                RunStatus.COMPLETED,
                RunStatus.FAILED,
                RunStatus.CANCELED,
                RunStatus.DRAFT);
        var run = services.tracking()
                .analyses()
                .lifecycle()
                .complete(new CompleteRequest(
                        CommonOptions.text(parsed, "--id").orElse(""),
                        status,
                        Optional.ofNullable(CommonOptions.total(parsed, "--tokens-final")),
                        CommonOptions.words(parsed, "--claims-extracted"),
                        CommonOptions.words(parsed, "--claims-updated"),
                        CommonOptions.text(parsed, "--analysis-file"),
                        CommonOptions.words(parsed, "--inputs-source-ids"),
                        CommonOptions.words(parsed, "--inputs-analysis-ids"),
                        CommonOptions.text(parsed, "--notes"),
                        CommonOptions.has(parsed, "--estimate-cost")));
        RunText.print(run, options.format(), console);
        return ExitStatus.DONE;
    }
}
