package app.recount.cli;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.Stage;

/** {@code analysis mark}: ends a stage of an open run. */
final class AnalysisMarkCommand implements Command {

    private final Services services;

    AnalysisMarkCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "mark";
    }

    @Override
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON);
        takes.required("--id", "ID");
        takes.required("--stage", "NAME");
        takes.text("--notes", "TEXT");
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        var run = services.tracking()
                .analyses()
                .lifecycle()
                .mark(given.text("--id").orElse(""), given.text("--stage").orElse(""), given.text("--notes"));
        if (options.format() == Format.JSON) {
            RunOutput.json(run, console);
        } else {
            console.line(line(run, run.stages().getLast()));
        }
        return ExitStatus.DONE;
    }

    private String line(AnalysisRun run, Stage stage) {
        var amounts = new Amounts(services.texts());
        if (stage.delta() == null) {
            var snapshot = stage.snapshot();
            var reason = snapshot == null ? null : snapshot.unknownReason();
            return services.texts()
                    .get("cli.analysis.mark.unknown", run.id(), stage.name(), reason == null ? "" : " " + reason);
        }
        return services.texts()
                .get(
                        "cli.analysis.mark.done",
                        run.id(),
                        stage.name(),
                        amounts.tokens(stage.delta()),
                        amounts.tokens(stage.tokensIn()),
                        amounts.tokens(stage.tokensOut()));
    }
}
