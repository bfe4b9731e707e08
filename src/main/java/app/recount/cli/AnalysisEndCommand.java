package app.recount.cli;

import app.recount.analysis.CompleteRequest;
import app.recount.analysis.RunStatus;

/** {@code analysis fail} and {@code analysis cancel}: end a run that came to nothing; what it used is kept. */
final class AnalysisEndCommand implements Command {

    private final Services services;
    private final String name;
    private final RunStatus status;

    AnalysisEndCommand(Services services, String name, RunStatus status) {
        this.services = services;
        this.name = name;
        this.status = status;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON);
        takes.required("--id", "ID");
        takes.text("--notes", "TEXT");
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        var run = services.tracking()
                .analyses()
                .lifecycle()
                .complete(new CompleteRequest(given.text("--id").orElse(""), status, given.text("--notes"), false));
        RunText.print(run, options.format(), console, services.texts());
        return ExitStatus.DONE;
    }
}
