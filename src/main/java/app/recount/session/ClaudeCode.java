package app.recount.session;

import app.recount.store.Environment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Claude Code: {@code projects/<project>/<id>.jsonl}. Subagents write logs of their own, below {@code <id>/subagents}; older
 * versions beside the session's log, where only the lines say to whom they belong.
 */
final class ClaudeCode implements AgentTool {

    private static final Pattern SESSION = Pattern.compile("[^/]+/" + SessionId.PATTERN + "\\.jsonl");

    private static final Pattern SUBAGENT =
            Pattern.compile("[^/]+/" + SessionId.PATTERN + "/subagents/(?:.*/)?agent-[^/]+\\.jsonl");

    private static final Pattern OLDER_SUBAGENT = Pattern.compile("[^/]+/agent-[^/]+\\.jsonl");

    @Override
    public String word() {
        return "claude";
    }

    @Override
    public String label() {
        return "Claude Code";
    }

    @Override
    public String runTool() {
        return "claude-code";
    }

    @Override
    public List<Path> roots(Environment environment) {
        return folders(environment).stream()
                .map(folder -> folder.resolve("projects"))
                .toList();
    }

    private static List<Path> folders(Environment environment) {
        return environment
                .filled("CLAUDE_CONFIG_DIR")
                .map(folders -> Arrays.stream(folders.split(","))
                        .map(String::strip)
                        .filter(folder -> !folder.isEmpty())
                        .map(environment::expand)
                        .toList())
                .orElseGet(() -> List.of(
                        ToolFolders.xdg(environment, "XDG_CONFIG_HOME", ".config")
                                .resolve("claude"),
                        environment.home().resolve(".claude")))
                .stream()
                .distinct()
                .toList();
    }

    @Override
    public Optional<String> sessionOf(long process, Environment environment) {
        return folders(environment).stream()
                .flatMap(folder -> ProcessNote.session(folder.resolve("sessions"), process).stream())
                .findFirst();
    }

    @Override
    public Optional<LogName> recognise(Path root, Path file) {
        var place = ToolFolders.below(root, file);
        var subagent = SUBAGENT.matcher(place);
        var session = SESSION.matcher(place);
        if (subagent.matches()) {
            return Optional.of(name(subagent.group(1), true, file));
        }
        if (session.matches()) {
            return Optional.of(name(session.group(1), false, file));
        }
        return OLDER_SUBAGENT.matcher(place).matches()
                ? Optional.of(new LogName(null, true, false, false, file.toString()))
                : Optional.empty();
    }

    private static LogName name(String session, boolean subagent, Path file) {
        // the same call in two files is one call by its key, so that no file need be taken for a copy of another
        return new LogName(session.toLowerCase(Locale.ROOT), subagent, false, false, file.toString());
    }

    @Override
    public boolean sharesCalls() {
        return true;
    }

    @Override
    public LogPart read(Path file, LogName name, LogPosition from, Consumer<LogEntry> lines) throws IOException {
        return new LineLog<>(new ClaudeFormat(file.getFileName().toString()), lines).readOn(file, from.offset());
    }

    @Override
    public List<LogEntry> condensed(List<LogEntry> entries) {
        return LargestByKey.condensed(entries);
    }

    @Override
    public List<Call> calls(List<LogEntries> own, List<LogEntries> parent, Predicate<String> foreign) {
        var calls = new LargestByKey();
        for (var log : own) {
            for (var entry : log.entries()) {
                if (!foreign.test(entry.key())) {
                    calls.add(entry, log.subagent());
                }
            }
        }
        return calls.calls();
    }
}
