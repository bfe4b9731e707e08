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
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON);
        takes.required("--id", "ID");
        takes.required("--usage-session-id", "UUID");
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        var analyses = services.tracking().analyses();
        var id = given.text("--id").orElse("");
        var run = analyses.runs().find(id).orElseThrow(() -> RunText.notFound(id, services.texts()));
        var session = session(run, given.text("--usage-session-id"));
        RunText.print(analyses.lifecycle().moveTo(id, session.key()), options.format(), console, services.texts());
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
        throw new ProblemException(Problem.of("SESSION_NOT_FOUND.ofRun", id.orElse(""), run.tool())
                .advising(Action.read("listSessionsOf", provider)));
    }
}
