package app.recount.cli;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.AnalysisStore.RunFilter;
import app.recount.report.RunJson;
import app.recount.text.VisibleText;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

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
    public void describe(CommandSpec spec) {
        spec.usageMessage().description("Lists runs, newest first.");
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
        declareFilter(spec);
        spec.addOption(CommonOptions.value("--limit", "N", Integer.class, "At most so many; 20 without it, 0 is all."));
    }

    static void declareFilter(CommandSpec spec) {
        spec.addOption(CommonOptions.value("--source-id", "ID", String.class, "Only those of this source."));
        spec.addOption(CommonOptions.value("--tool", "TOOL", String.class, "Only those with this tool."));
        spec.addOption(CommonOptions.value("--status", "STATUS", String.class, "Only those of this status."));
    }

    static RunFilter filter(ParseResult parsed) {
        return new RunFilter(
                CommonOptions.text(parsed, "--source-id"),
                CommonOptions.text(parsed, "--tool"),
                CommonOptions.text(parsed, "--status"));
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        int limit = CommonOptions.count(parsed, "--limit", USUAL);
        var runs = services.tracking().analyses().runs().list(filter(parsed), limit);
        if (options.format() == Format.JSON) {
            console.result(JsonOutput.bytes(json -> RunJson.write(runs, json)));
        } else if (runs.isEmpty()) {
            console.line("No runs.");
        } else {
            table(runs).lines().forEach(console::line);
        }
        return ExitStatus.DONE;
    }

    private static TextTable table(List<AnalysisRun> runs) {
        var table = new TextTable(
                List.of("Run", "Status", "Source", ">Pass", "Tool", "Started", ">Stages", ">Tokens", ">Cost"));
        for (var run : runs) {
            table.row(List.of(
                    run.id(),
                    VisibleText.name(run.status()),
                    VisibleText.name(run.sourceId()),
                    String.valueOf(run.pass()),
                    VisibleText.name(run.tool()),
                    run.times().startedAt() == null
                            ? ""
                            : Amounts.time(run.times().startedAt()),
                    String.valueOf(run.stages().size()),
                    run.isOpen() ? "" : Amounts.tokens(run.ownTokens()),
                    run.tokens().costUsd() == null
                            ? ""
                            : Amounts.dollars(run.tokens().costUsd())));
        }
        return table;
    }
}
