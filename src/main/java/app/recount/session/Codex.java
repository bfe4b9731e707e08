package app.recount.session;

import app.recount.store.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Codex: {@code sessions/YYYY/MM/DD/rollout-<time>-<id>.jsonl}, compressed after a week, and flat in {@code archived_sessions} once
 * the user has put the session away.
 */
final class Codex implements AgentTool {

    private static final String ARCHIVE = "archived_sessions";

    private static final String ROLLOUT = "(rollout-[^/]*" + SessionId.PATTERN + "\\.jsonl)(\\.zst)?";

    private static final Pattern BY_DAY = Pattern.compile("\\d{4}/\\d{2}/\\d{2}/" + ROLLOUT);

    private static final Pattern FLAT = Pattern.compile(ROLLOUT);

    @Override
    public String word() {
        return "codex";
    }

    @Override
    public String label() {
        return "Codex";
    }

    @Override
    public String runTool() {
        return "codex";
    }

    @Override
    public List<Path> roots(Environment environment) {
        var home = environment
                .filled("CODEX_HOME")
                .map(environment::expand)
                .orElseGet(() -> environment.home().resolve(".codex"));
        return List.of(home.resolve("sessions"), home.resolve(ARCHIVE));
    }

    @Override
    public Optional<LogName> recognise(Path root, Path file) {
        var archived = root.endsWith(ARCHIVE);
        var name = (archived ? FLAT : BY_DAY).matcher(ToolFolders.below(root, file));
        return name.matches()
                ? Optional.of(new LogName(
                        name.group(2).toLowerCase(Locale.ROOT), false, archived, name.group(3) != null, name.group(1)))
                : Optional.empty();
    }

    @Override
    public boolean sharesCalls() {
        return false;
    }

    @Override
    public LogPart read(Path file, LogName name, LogPosition from, Consumer<LogEntry> lines) throws IOException {
        if (name.compressed()) {
            return readCompressed(file, name, lines);
        }
        return new LineLog<>(new CodexFormat(name, from.memo()), lines).readOn(file, from.offset());
    }

    private static LogPart readCompressed(Path file, LogName name, Consumer<LogEntry> lines) throws IOException {
        var size = Files.size(file);
        try (var in = new ZstdLog(LogFile.open(file, 0), size)) {
            return new LineLog<>(new CodexFormat(name, ""), lines).read(in);
        }
    }

    @Override
    public List<Call> calls(List<LogEntries> own, List<LogEntries> parent, Predicate<String> foreign) {
        var history = new CodexHistory(parent);
        var counting = new CodexCounting();
        for (var log : own) {
            counting.count(log.entries(), history.replayedBy(log.entries()));
        }
        return counting.calls();
    }
}
