package app.recount.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Adds up a session's events over its logs, each call once. */
final class CodexCounting {

    private final List<Call> calls = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private TokenCount before = TokenCount.ZERO;

    /** @param replayed how many of the entries, from the first on, are another session's */
    void count(List<LogEntry> entries, int replayed) {
        for (var i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var isNew = entry.counter() == null || told.add(entry.key());
            if (isNew && i >= replayed) {
                var usage = usage(entry);
                if (usage.total() > 0) {
                    calls.add(new Call(entry.at(), entry.model(), false, usage));
                }
            }
            before = entry.counter() == null ? before : entry.counter();
        }
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    private TokenCount usage(LogEntry entry) {
        if (entry.usage() != null) {
            return entry.usage();
        }
        return entry.counter() == null ? TokenCount.ZERO : since(before, entry.counter());
    }

    /** What a counter gained; one that went down has begun again. */
    private static TokenCount since(TokenCount before, TokenCount now) {
        if (now.inputSide() < before.inputSide() || now.output() < before.output()) {
            return now.plus(CodexLine.ONE_CALL);
        }
        var input = now.inputSide() - before.inputSide();
        var cacheRead = Math.clamp(now.cacheRead() - before.cacheRead(), 0, input);
        var output = now.output() - before.output();
        var reasoning = Math.clamp(now.reasoningOutput() - before.reasoningOutput(), 0, output);
        return new TokenCount(input - cacheRead, cacheRead, 0, 0, output, reasoning, 1);
    }
}
