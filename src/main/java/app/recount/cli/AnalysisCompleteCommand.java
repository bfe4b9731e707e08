package app.recount.cli;

import app.recount.analysis.CompleteRequest;
import app.recount.analysis.RunStatus;
import java.util.Optional;

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
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON);
        takes.required("--id", "ID");
        takes.text("--status", "STATUS");
        takes.total("N", "--tokens-final");
        takes.text("--claims-extracted", "IDS");
        takes.text("--claims-updated", "IDS");
        takes.text("--analysis-file", "FILE");
        takes.text("--inputs-source-ids", "IDS");
        takes.text("--inputs-analysis-ids", "IDS");
        takes.text("--notes", "TEXT");
        takes.flag("--estimate-cost");
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        var status = RunWords.status(
                given,
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
                        given.text("--id").orElse(""),
                        status,
                        Optional.ofNullable(given.total("--tokens-final")),
                        given.list("--claims-extracted"),
                        given.list("--claims-updated"),
                        given.text("--analysis-file"),
                        given.list("--inputs-source-ids"),
                        given.list("--inputs-analysis-ids"),
                        given.text("--notes"),
                        given.has("--estimate-cost")));
        RunText.print(run, options.format(), console, services.texts());
        return ExitStatus.DONE;
    }
}
