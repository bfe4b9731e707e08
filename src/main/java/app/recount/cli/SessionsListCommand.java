package app.recount.cli;

import app.recount.session.AgentSession;
import app.recount.session.AgentTool;
import app.recount.session.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

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
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description("Lists the sessions of an agent, newest activity first, and what each has used.")
                .footer("", "With --from or --to also what each used between these instants, both included.");
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
        spec.addOption(CommonOptions.required(TOOL, "TOOL", "The agent: %s.".formatted(String.join(", ", words()))));
        spec.addOption(CommonOptions.value("--limit", "N", Integer.class, "At most so many; 20 without it, 0 is all."));
        spec.addOption(
                CommonOptions.value("--from", "INSTANT", String.class, "Count also the calls from this instant on."));
        spec.addOption(CommonOptions.value(
                "--to", "INSTANT", String.class, "Count also the calls up to this instant, included."));
    }

    private List<String> words() {
        return Stream.concat(services.tracking().tools().stream().map(AgentTool::word), Stream.of(ALL))
                .toList();
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        int limit = CommonOptions.count(parsed, "--limit", USUAL);
        var window = window(parsed);
        var tools = tools(parsed);
        var sessions = ReadingLine.refresh(services.tracking().sessions(), console).stream()
                .filter(session -> tools.contains(session.key().tool()))
                .limit(limit == 0 ? Long.MAX_VALUE : limit)
                .toList();
        var now = options.now(services);
        if (options.format() == Format.JSON) {
            console.result(JsonOutput.bytes(json -> new SessionJson(json, now).write(sessions, window)));
        } else if (sessions.isEmpty()) {
            console.line("No sessions.");
        } else {
            SessionTable.of(sessions, now, window).lines().forEach(console::line);
        }
        return ExitStatus.DONE;
    }

    /** The words of the tools that were asked for; the names that runs have for them are understood too. */
    private List<String> tools(ParseResult parsed) {
        var asked = CommonOptions.text(parsed, TOOL).orElse(ALL);
        var tools = services.tracking().tools().stream()
                .filter(tool -> asked.equals(ALL) || asked.equals(tool.word()) || asked.equals(tool.runTool()))
                .map(AgentTool::word)
                .toList();
        if (tools.isEmpty()) {
            throw CommonOptions.invalid(parsed, TOOL, "it must be one of " + String.join(", ", words()));
        }
        return tools;
    }

    private Optional<Function<AgentSession, Usage>> window(ParseResult parsed) {
        var from = CommonOptions.instant(parsed, "--from");
        var to = CommonOptions.instant(parsed, "--to");
        if (from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(session ->
                services.tracking().sessions().window(session.key(), from.orElse(Instant.MIN), to.orElse(Instant.MAX)));
    }
}
