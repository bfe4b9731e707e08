package app.recount.cli;

import app.recount.session.AgentSession;
import app.recount.session.AgentTool;
import app.recount.session.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code analysis sessions list}: every session of an agent, newest activity first, and what each has used. */
final class SessionsListCommand implements Command {

    private static final String TOOL = "--tool";
    private static final String ALL = "all";
    private static final int USUAL = 20;

    private final Services services;

    SessionsListCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "list";
    }

    @Override
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON);
        takes.required(TOOL, "TOOL", String.join(", ", words()));
        takes.number("--limit", "N");
        takes.text("--from", "INSTANT");
        takes.text("--to", "INSTANT");
    }

    private List<String> words() {
        return Stream.concat(services.tracking().tools().stream().map(AgentTool::word), Stream.of(ALL))
                .toList();
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        int limit = given.count("--limit", USUAL);
        var window = window(given);
        var tools = tools(given);
        var sessions = ReadingLine.refresh(services.tracking().sessions(), console, services.texts()).stream()
                .filter(session -> tools.contains(session.key().tool()))
                .limit(limit == 0 ? Long.MAX_VALUE : limit)
                .toList();
        var now = options.now(services);
        if (options.format() == Format.JSON) {
            console.result(JsonOutput.bytes(json -> new SessionJson(json, now).write(sessions, window)));
        } else if (sessions.isEmpty()) {
            console.line(services.texts().get("cli.analysis.sessions.none"));
        } else {
            SessionTable.of(sessions, now, window, services.texts()).lines().forEach(console::line);
        }
        return ExitStatus.DONE;
    }

    /** The words of the tools that were asked for; the names that runs have for them are understood too. */
    private List<String> tools(Arguments given) {
        var asked = given.text(TOOL).orElse(ALL);
        var tools = services.tracking().tools().stream()
                .filter(tool -> asked.equals(ALL) || asked.equals(tool.word()) || asked.equals(tool.runTool()))
                .map(AgentTool::word)
                .toList();
        if (tools.isEmpty()) {
            throw given.noneOf(TOOL, words());
        }
        return tools;
    }

    private Optional<Function<AgentSession, Usage>> window(Arguments given) {
        var from = given.instant("--from");
        var to = given.instant("--to");
        if (from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(session ->
                services.tracking().sessions().window(session.key(), from.orElse(Instant.MIN), to.orElse(Instant.MAX)));
    }
}
