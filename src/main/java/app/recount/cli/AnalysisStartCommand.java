package app.recount.cli;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.StartRequest;
import java.nio.file.Path;
import java.util.Optional;

/** {@code analysis start}: begins a run and prints its id, and nothing else, on standard output. */
final class AnalysisStartCommand implements Command {

    private static final String SESSION_ID = "--usage-session-id";
    private static final String SESSION_PATH = "--usage-session-path";

    private final Services services;

    AnalysisStartCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON);
        takes.required("--source-id", "ID");
        takes.required("--tool", "TOOL", RunWords.TOOLS);
        takes.text("--model", "MODEL");
        takes.text(SESSION_ID, "UUID");
        takes.text(SESSION_PATH, "FILE");
        takes.flag("--no-session");
        takes.text("--cwd", "DIR");
        takes.text("--cmd", "TEXT");
        takes.text("--notes", "TEXT");
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        var request = request(given);
        if (request.tool().hasSessions() && !request.withoutSession()) {
            ReadingLine.readAhead(services.tracking().sessions(), console, services.texts());
        }
        var run = services.tracking().analyses().lifecycle().start(request);
        if (options.format() == Format.JSON) {
            RunOutput.json(run, console);
        } else {
            console.line(run.id());
            console.note(note(run));
        }
        return ExitStatus.DONE;
    }

    private StartRequest request(Arguments given) {
        boolean without = given.has("--no-session");
        var id = given.text(SESSION_ID);
        var path = given.path(SESSION_PATH);
        if (without && (id.isPresent() || path.isPresent())) {
            throw given.usage(services.texts().get("cli.analysis.start.no-session"));
        }
        var environment = services.environment();
        if (!without && id.isEmpty() && path.isEmpty()) {
            // a flag of the command line outweighs both variables
            id = environment.filled("RECOUNT_USAGE_SESSION_ID");
            path = environment.filled("RECOUNT_USAGE_SESSION_PATH").map(environment::expand);
        }
        return new StartRequest(
                given.text("--source-id").orElse(""),
                RunWords.tool(given, "--tool"),
                given.text("--model"),
                id,
                path.map(Path::toAbsolutePath),
                without,
                given.text("--cmd"),
                given.text("--notes"),
                given.path("--cwd").orElse(Path.of("")).toAbsolutePath().normalize(),
                Ancestors.processes());
    }

    private String note(AnalysisRun run) {
        var session = run.session();
        var reason = Optional.ofNullable(session.unknownReason());
        if (session.sessionId() == null) {
            return services.texts()
                    .get(
                            "cli.analysis.start.uncounted",
                            reason.orElseGet(() -> services.texts().get("cli.analysis.start.without")));
        }
        return services.texts()
                .get(
                        "cli.analysis.start.counting",
                        session.sessionId(),
                        session.chosenBy() == null
                                ? services.texts().get("cli.analysis.start.given")
                                : RuleText.of(session.chosenBy(), services.texts()),
                        new Amounts(services.texts()).tokens(run.tokens().baseline()),
                        reason.map(text -> " " + text).orElse(""));
    }
}
