package app.recount.cli;

import app.recount.report.ExportFormat;
import app.recount.report.RunExport;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code export}: the runs as YAML, Markdown, JSON or CSV. */
final class ExportCommand implements Command {

    private final Services services;

    ExportCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage().description("Writes runs as a file for others to read, oldest first.");
        CommonOptions.declareSurroundings(spec);
        spec.addOption(CommonOptions.format(
                "The form: %s; yaml without it.",
                Arrays.stream(ExportFormat.values()).map(ExportFormat::word).toList()));
        spec.addOption(CommonOptions.value(
                OutputFile.OPTION,
                "FILE",
                String.class,
                "Write into this file, readable by you alone and replaced as a whole, instead of to standard output."));
        AnalysisListCommand.declareFilter(spec);
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        var format = Optional.ofNullable(CommonOptions.formatWord(parsed))
                .flatMap(ExportFormat::byWord)
                .orElse(ExportFormat.YAML);
        var runs = services.tracking().analyses().runs();
        var chosen = runs.list(AnalysisListCommand.filter(parsed), 0);
        var bytes = new RunExport(runs::find, Clock.fixed(options.now(services), ZoneOffset.UTC)).bytes(chosen, format);
        var output = CommonOptions.text(parsed, OutputFile.OPTION).map(services.environment()::expand);
        if (output.isEmpty()) {
            console.result(bytes);
        } else {
            OutputFile.write(output.get(), bytes);
            console.note("%d runs written to %s.".formatted(chosen.size(), output.get()));
        }
        return ExitStatus.DONE;
    }
}
