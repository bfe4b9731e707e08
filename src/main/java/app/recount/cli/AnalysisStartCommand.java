package app.recount.cli;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.StartRequest;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

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
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description("Starts a run: what its session holds now is the baseline. Prints the bare id.")
                .footer(
                        "",
                        "Without a session that is named, the one that this command runs in is taken,",
                        "else the only one that is active or belongs to the folder.");
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
        spec.addOption(CommonOptions.required("--source-id", "ID", "What is analysed; it need not be registered."));
        spec.addOption(CommonOptions.required(
                "--tool",
                "TOOL",
                "What it is done with: %s; the last two have no sessions.".formatted(RunWords.TOOLS)));
        spec.addOption(CommonOptions.value(
                "--model", "MODEL", String.class, "The model; the one that the log names without it."));
        spec.addOption(CommonOptions.value(SESSION_ID, "UUID", String.class, "Count in this session."));
        spec.addOption(CommonOptions.value(SESSION_PATH, "FILE", String.class, "Count in the session of this log."));
        spec.addOption(CommonOptions.flag("--no-session", "Count in no session: the counts stay unknown."));
        spec.addOption(CommonOptions.value(
                "--cwd",
                "DIR",
                String.class,
                "The folder that sessions are matched with; the current one without it."));
        spec.addOption(CommonOptions.value("--cmd", "TEXT", String.class, "The command that the run is about."));
        spec.addOption(CommonOptions.value("--notes", "TEXT", String.class, "Notes."));
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        var request = request(parsed);
        if (request.tool().hasSessions() && !request.withoutSession()) {
            ReadingLine.readAhead(services.tracking().sessions(), console);
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

    private StartRequest request(ParseResult parsed) {
        boolean without = CommonOptions.has(parsed, "--no-session");
        var id = CommonOptions.text(parsed, SESSION_ID);
        var path = CommonOptions.text(parsed, SESSION_PATH);
        if (without && (id.isPresent() || path.isPresent())) {
            throw CommonOptions.usage(parsed, "--no-session and a session exclude each other");
        }
        var environment = services.environment();
        if (!without && id.isEmpty() && path.isEmpty()) {
            // a flag of the command line outweighs both variables
            id = environment.filled("RECOUNT_USAGE_SESSION_ID");
            path = environment.filled("RECOUNT_USAGE_SESSION_PATH");
        }
        return new StartRequest(
                CommonOptions.text(parsed, "--source-id").orElse(""),
                RunWords.tool(parsed, "--tool"),
                CommonOptions.text(parsed, "--model"),
                id,
                path.map(environment::expand).map(Path::toAbsolutePath),
                without,
                CommonOptions.text(parsed, "--cmd"),
                CommonOptions.text(parsed, "--notes"),
                CommonOptions.text(parsed, "--cwd")
                        .map(environment::expand)
                        .orElse(Path.of(""))
                        .toAbsolutePath()
                        .normalize(),
                Ancestors.processes());
    }

    private static String note(AnalysisRun run) {
        var session = run.session();
        var reason = Optional.ofNullable(session.unknownReason());
        if (session.sessionId() == null) {
            return "Counts are unknown: " + reason.orElse("there is no session.");
        }
        return "Counting in session %s (%s), which holds %s tokens now.%s"
                .formatted(
                        session.sessionId(),
                        session.chosenBy() == null
                                ? "given"
                                : RuleText.of(session.chosenBy().toUpperCase(Locale.ROOT)),
                        Amounts.tokens(run.tokens().baseline()),
                        reason.map(text -> " " + text).orElse(""));
    }
}
