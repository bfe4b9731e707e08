package app.recount.cli;

import app.recount.report.ExportFormat;
import app.recount.report.RunExport;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

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
    public void declare(Declaration takes) {
        takes.surroundings();
        takes.forms(Arrays.stream(ExportFormat.values()).map(ExportFormat::word).toList());
        takes.text(OutputFile.OPTION, "FILE");
        AnalysisListCommand.declareFilter(takes);
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        var format = Optional.ofNullable(given.formatWord())
                .flatMap(ExportFormat::byWord)
                .orElse(ExportFormat.YAML);
        var runs = services.tracking().analyses().runs();
        var chosen = runs.list(AnalysisListCommand.filter(given), 0);
        var bytes = new RunExport(runs::find, Clock.fixed(options.now(services), ZoneOffset.UTC)).bytes(chosen, format);
        OutputFile.put(bytes, given, console, file -> services.texts().get("cli.export.written", chosen.size(), file));
        return ExitStatus.DONE;
    }
}
