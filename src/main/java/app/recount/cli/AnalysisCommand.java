package app.recount.cli;

import app.recount.analysis.RunStatus;
import java.util.List;

/** {@code analysis}: everything about tracked runs. */
final class AnalysisCommand implements CommandGroup {

    private final Services services;

    AnalysisCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "analysis";
    }

    @Override
    public List<Command> subcommands() {
        return List.of(
                new AnalysisStartCommand(services),
                new AnalysisMarkCommand(services),
                new AnalysisCompleteCommand(services),
                new AnalysisEndCommand(services, "fail", RunStatus.FAILED),
                new AnalysisEndCommand(services, "cancel", RunStatus.CANCELED),
                new AnalysisReopenCommand(services),
                new AnalysisMoveCommand(services),
                new AnalysisAddCommand(services),
                new AnalysisGetCommand(services),
                new AnalysisListCommand(services),
                new AnalysisWatchCommand(services),
                new SessionsCommand(services),
                new BackfillUsageCommand(services),
                new BackfillVersionsCommand(services));
    }
}
