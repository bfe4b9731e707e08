package app.recount.session;

import app.recount.session.AgentTool.LogEntries;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * What the parent of a fork had told by then. A fork's log begins with a copy of it, with new timestamps or the old ones, so that only
 * the numbers can be compared.
 */
final class CodexHistory {

    private final List<List<LogEntry>> histories = new ArrayList<>();

    /** @param parent the parent's logs, with what they copied themselves from their own parent */
    CodexHistory(List<LogEntries> parent) {
        var together = new ArrayList<LogEntry>();
        for (var log : parent) {
            histories.add(onceEach(log.entries()));
            together.addAll(log.entries());
        }
        histories.add(onceEach(together));
    }

    /** How many of these entries, from the first on, are a copy of the parent's. */
    int replayedBy(List<LogEntry> entries) {
        return histories.stream()
                .mapToInt(history -> common(entries, history))
                .max()
                .orElse(0);
    }

    private static int common(List<LogEntry> entries, List<LogEntry> history) {
        var told = new HashSet<String>();
        var matched = 0;
        for (var i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            if (entry.counter() != null && !told.add(entry.key())) {
                continue; // told again without a call in between, which the other log need not have done
            }
            if (matched == history.size() || !isCopy(entry, history.get(matched))) {
                return i;
            }
            matched++;
        }
        return entries.size();
    }

    private static List<LogEntry> onceEach(List<LogEntry> entries) {
        var told = new HashSet<String>();
        return entries.stream()
                .filter(entry -> entry.counter() == null || told.add(entry.key()))
                .toList();
    }

    private static boolean isCopy(LogEntry entry, LogEntry parents) {
        return Objects.equals(entry.usage(), parents.usage())
                && Objects.equals(entry.counter(), parents.counter())
                && (entry.counter() == null || entry.key().equals(parents.key()));
    }
}
