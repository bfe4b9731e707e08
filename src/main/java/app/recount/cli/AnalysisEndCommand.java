package app.recount.cli;

import app.recount.analysis.CompleteRequest;
import app.recount.analysis.RunStatus;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

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
    public void describe(CommandSpec spec) {
        spec.usageMessage().description("Ends a run as %s; what it used is kept.".formatted(status.word()));
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
        spec.addOption(CommonOptions.required("--id", "ID", "The run."));
        spec.addOption(CommonOptions.value("--notes", "TEXT", String.class, "Why, instead of the run's notes."));
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        var run = services.tracking()
                .analyses()
                .lifecycle()
                .complete(new CompleteRequest(
                        CommonOptions.text(parsed, "--id").orElse(""),
                        status,
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        CommonOptions.text(parsed, "--notes"),
                        false));
        RunText.print(run, options.format(), console);
        return ExitStatus.DONE;
    }
}
