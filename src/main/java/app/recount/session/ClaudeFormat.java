package app.recount.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How Claude Code writes: each line of an answer repeats the usage that is known by then, under the answer's id. */
final class ClaudeFormat implements LineFormat<ClaudeLine> {

    private static final List<Mark> USAGE = List.of(Mark.quoted("usage"));
    private static final List<Mark> FACTS = List.of(Mark.quoted("cwd"), Mark.quoted("sessionId"));

    private final String fileName;
    private final LargestByKey.Repeats repeats = new LargestByKey.Repeats();

    /** @param fileName names calls that have no other name */
    ClaudeFormat(String fileName) {
        this.fileName = fileName;
    }

    @Override
    public List<Mark> usageMarks() {
        return USAGE;
    }

    @Override
    public List<Mark> factMarks() {
        return FACTS;
    }

    @Override
    public ClaudeLine parse(LineJson json) {
        return ClaudeLine.of(json);
    }

    @Override
    public LogLine take(ClaudeLine line, long offset) {
        return new LogLine(new LogFacts(line.session, line.folder, null, line.at, line.at), entries(line, offset));
    }

    private List<LogEntry> entries(ClaudeLine line, long offset) {
        if (line.usage == null) {
            return List.of();
        }
        var key = key(line, offset);
        var entries = new ArrayList<LogEntry>();
        add(entries, key, line, line.model, line.sidechain, line.usage);
        for (var i = 0; i < line.advice.size(); i++) {
            var advice = line.advice.get(i);
            add(entries, key + "/advice/" + i, line, advice.model(), true, advice.usage());
        }
        return entries;
    }

    /** Answers that used nothing were made up by the program: an error's text, for instance. */
    private static void add(
            List<LogEntry> entries,
            String key,
            ClaudeLine line,
            @Nullable String model,
            boolean subagent,
            TokenCount usage) {
        if (usage.total() > 0) {
            entries.add(new LogEntry(key, line.at, model, subagent, usage, null));
        }
    }

    private String key(ClaudeLine line, long offset) {
        if (line.id != null) {
            return line.id;
        }
        return line.uuid != null ? line.uuid : "line:" + fileName + ":" + offset;
    }

    @Override
    public boolean repeats(LogEntry entry) {
        return repeats.has(entry);
    }

    @Override
    public String memo() {
        return "";
    }
}
