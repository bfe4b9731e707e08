package app.recount.cli;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.RunTool;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.session.AgentSession;
import app.recount.session.SessionChoice.Chosen;
import app.recount.session.SessionRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code analysis move}: lets a run go on in another session, as after a fork; giving the command is the yes. */
final class AnalysisMoveCommand implements Command {

    private final Services services;

    AnalysisMoveCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "move";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage().description("Counts an open run in another session from now on; the deltas so far stay.");
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
        spec.addOption(CommonOptions.required("--id", "ID", "The run."));
        spec.addOption(CommonOptions.required("--usage-session-id", "UUID", "The session, for example a fork."));
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        var analyses = services.tracking().analyses();
        var id = CommonOptions.text(parsed, "--id").orElse("");
        var run = analyses.runs().find(id).orElseThrow(() -> RunText.notFound(id));
        var session = session(run, CommonOptions.text(parsed, "--usage-session-id"));
        RunText.print(analyses.lifecycle().moveTo(id, session.key()), options.format(), console);
        return ExitStatus.DONE;
    }

    private AgentSession session(AnalysisRun run, Optional<String> id) {
        var provider = RunTool.of(run.tool()).map(RunTool::provider).orElse(run.tool());
        var request =
                new SessionRequest(provider, id, Optional.empty(), Path.of("").toAbsolutePath(), List.of());
        boolean keepsLogs = services.tracking().tools().stream()
                .anyMatch(tool -> tool.word().equals(provider));
        if (keepsLogs && services.tracking().choice().choose(request) instanceof Chosen.One one) {
            return one.session();
        }
        throw new ProblemException(new Problem(
                "SESSION_NOT_FOUND",
                "There is no session %s of %s.".formatted(id.orElse(""), run.tool()),
                null,
                Action.read("List them with “recount analysis sessions list --tool %s”.".formatted(provider))));
    }
}
