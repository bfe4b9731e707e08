package app.recount.cli;

import java.util.List;

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
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON);
        takes.required("--source-id", "ID");
        takes.required("--tool", "TOOL", RunWords.TOOLS);
        takes.text("--id", "ID");
        takes.number("--pass", "N");
        takes.text("--status", "STATUS");
        takes.text("--cmd", "TEXT");
        takes.text("--model", "MODEL");
        takes.text("--framework-version", "VERSION");
        takes.text("--methodology-version", "VERSION");
        takes.text("--started-at", "INSTANT");
        takes.text("--completed-at", "INSTANT");
        takes.text("--created-at", "INSTANT");
        takes.total("N", "--duration-seconds", "--duration");
        for (var count : List.of("in", "out", "baseline", "final", "check")) {
            takes.total("N", "--tokens-" + count);
        }
        takes.total("N", "--total-tokens");
        takes.text("--cost-usd", "DOLLARS");
        takes.text("--usage-provider", "WORD");
        takes.text("--usage-mode", "WORD");
        takes.text("--usage-session-id", "UUID");
        takes.text("--stages-json", "JSON");
        takes.text("--claims-extracted", "IDS");
        takes.text("--claims-updated", "IDS");
        takes.text("--inputs-source-ids", "IDS");
        takes.text("--inputs-analysis-ids", "IDS");
        takes.text("--analysis-file", "FILE");
        takes.text("--git-commit", "HASH");
        takes.text("--notes", "TEXT");
        takes.text("--usage-from", "TOOL:FILE");
        takes.text("--window-start", "INSTANT");
        takes.text("--window-end", "INSTANT");
        takes.flag("--estimate-cost");
        takes.text("--price-in-per-1m", "DOLLARS");
        takes.text("--price-out-per-1m", "DOLLARS");
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        var request = new AddOptions(given, services).request();
        var run = services.tracking().analyses().entries().add(request);
        if (options.format() == Format.JSON) {
            RunOutput.json(run, console);
        } else {
            console.line(run.id());
        }
        return ExitStatus.DONE;
    }
}
