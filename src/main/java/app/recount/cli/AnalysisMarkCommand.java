package app.recount.cli;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.Stage;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

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
    public void describe(CommandSpec spec) {
        spec.usageMessage().description("Marks the end of a stage: what was used since the mark before is its own.");
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
        spec.addOption(CommonOptions.required("--id", "ID", "The run."));
        spec.addOption(CommonOptions.required("--stage", "NAME", "The stage that has ended."));
        spec.addOption(CommonOptions.value("--notes", "TEXT", String.class, "Notes about the stage."));
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        var run = services.tracking()
                .analyses()
                .lifecycle()
                .mark(
                        CommonOptions.text(parsed, "--id").orElse(""),
                        CommonOptions.text(parsed, "--stage").orElse(""),
                        CommonOptions.text(parsed, "--notes"));
        if (options.format() == Format.JSON) {
            RunOutput.json(run, console);
        } else {
            console.line(line(run, run.stages().getLast()));
        }
        return ExitStatus.DONE;
    }

    private static String line(AnalysisRun run, Stage stage) {
        if (stage.delta() == null) {
            var snapshot = stage.snapshot();
            var reason = snapshot == null ? null : snapshot.unknownReason();
            return "%s, stage %s: unknown.%s".formatted(run.id(), stage.name(), reason == null ? "" : " " + reason);
        }
        return "%s, stage %s: %s tokens (%s in, %s out)."
                .formatted(
                        run.id(),
                        stage.name(),
                        Amounts.tokens(stage.delta()),
                        Amounts.tokens(stage.tokensIn()),
                        Amounts.tokens(stage.tokensOut()));
    }
}
