package app.recount.cli;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.AnalysisStore.RunFilter;
import app.recount.report.RunJson;
import app.recount.text.VisibleText;
import java.util.List;

/** {@code analysis list}: the runs, newest first. */
final class AnalysisListCommand implements Command {

    private static final int USUAL = 20;

    private final Services services;

    AnalysisListCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "list";
    }

    @Override
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON);
        declareFilter(takes);
        takes.number("--limit", "N");
    }

    static void declareFilter(Declaration takes) {
        takes.text("--source-id", "ID");
        takes.text("--tool", "TOOL");
        takes.text("--status", "STATUS");
    }

    static RunFilter filter(Arguments given) {
        return new RunFilter(given.text("--source-id"), given.text("--tool"), given.text("--status"));
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        int limit = given.count("--limit", USUAL);
        var runs = services.tracking().analyses().runs().list(filter(given), limit);
        if (options.format() == Format.JSON) {
            console.result(JsonOutput.bytes(json -> RunJson.write(runs, json)));
        } else if (runs.isEmpty()) {
            console.line(services.texts().get("cli.analysis.list.none"));
        } else {
            table(runs).lines().forEach(console::line);
        }
        return ExitStatus.DONE;
    }

    private TextTable table(List<AnalysisRun> runs) {
        var amounts = new Amounts(services.texts());
        var table = TextTable.headed(services.texts().get("cli.analysis.list.columns"));
        for (var run : runs) {
            table.row(List.of(
                    run.id(),
                    VisibleText.name(run.status()),
                    VisibleText.name(run.sourceId()),
                    String.valueOf(run.pass()),
                    VisibleText.name(run.tool()),
                    run.times().startedAt() == null
                            ? ""
                            : amounts.time(run.times().startedAt()),
                    String.valueOf(run.stages().size()),
                    run.isOpen() ? "" : amounts.tokens(run.ownTokens()),
                    run.tokens().costUsd() == null
                            ? ""
                            : amounts.dollars(run.tokens().costUsd())));
        }
        return table;
    }
}
