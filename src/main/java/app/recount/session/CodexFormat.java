package app.recount.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How Codex writes: events that tell the last call's tokens and a running total, and now and then the same event again. */
final class CodexFormat implements LineFormat<CodexLine> {

    private static final List<Mark> USAGE = List.of(Mark.quoted("token_count"), Mark.quoted("turn_context"));
    private static final List<Mark> FACTS = List.of(Mark.quoted("session_meta"));

    private final AgentTool.LogName log;
    private @Nullable String model;
    private @Nullable LogEntry before;

    /** @param memo the model that an earlier reading met last */
    CodexFormat(AgentTool.LogName log, String memo) {
        this.log = log;
        this.model = memo.isEmpty() ? null : memo;
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
    public CodexLine parse(LineJson json) {
        return CodexLine.of(json);
    }

    @Override
    public LogLine take(CodexLine line, long offset) {
        if (line.tellsModel() && line.payload.model != null) {
            model = line.payload.model;
        }
        return new LogLine(facts(line), line.tellsUsage() ? entries(line, offset) : List.of());
    }

    /** A fork also carries its parent's first line, which tells of the parent. */
    private LogFacts facts(CodexLine line) {
        var payload = line.payload;
        var own = line.tellsSession()
                && (log.session() == null || payload.id == null || payload.id.equals(log.session()));
        return new LogFacts(
                own ? payload.id : null,
                own || line.tellsModel() ? payload.folder : null,
                own ? payload.parent() : null,
                line.at,
                line.at);
    }

    private List<LogEntry> entries(CodexLine line, long offset) {
        var total = line.payload.total;
        var last = line.payload.last;
        if (total == null && last == null) {
            return List.of();
        }
        return List.of(new LogEntry(
                total == null ? "line:" + log.content() + ":" + offset : total.name(),
                line.at,
                model,
                false,
                last == null ? null : last.tokens().plus(CodexLine.ONE_CALL),
                total == null ? null : total.tokens()));
    }

    /** Only if it stands directly behind the same: the order of different totals matters where a line tells nothing else. */
    @Override
    public boolean repeats(LogEntry entry) {
        var same = before != null && entry.counter() != null && entry.key().equals(before.key());
        before = entry;
        return same;
    }

    @Override
    public String memo() {
        return model == null ? "" : model;
    }
}
