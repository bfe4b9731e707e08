package app.recount.session;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call per key: the line with the largest total, the first of equal ones. A line that the session wrote itself comes before any
 * that a subagent repeats.
 */
final class LargestByKey {

    private final Map<String, Call> calls = new LinkedHashMap<>();

    void add(LogEntry entry, boolean subagentLog) {
        if (entry.usage() == null) {
            return;
        }
        var call = new Call(entry.at(), entry.model(), entry.subagent() || subagentLog, entry.usage());
        calls.merge(entry.key(), call, (known, next) -> isBetter(next, known) ? next : known);
    }

    private static boolean isBetter(Call call, Call known) {
        return call.subagent() == known.subagent()
                ? call.tokens().total() > known.tokens().total()
                : known.subagent();
    }

    List<Call> calls() {
        return List.copyOf(calls.values());
    }

    /** Only the largest of each key, in the place of the first, since the others will never be chosen. */
    static List<LogEntry> condensed(List<LogEntry> entries) {
        var largest = new LinkedHashMap<Named, LogEntry>();
        for (var entry : entries) {
            largest.merge(Named.of(entry), entry, (known, next) -> total(next) > total(known) ? next : known);
        }
        return largest.size() == entries.size() ? entries : List.copyOf(largest.values());
    }

    private static long total(LogEntry entry) {
        return entry.usage() == null ? -1 : entry.usage().total();
    }

    /** Lines that can stand for each other: which of a session's and a subagent's line counts, only all logs together tell. */
    private record Named(String key, boolean subagent) {

        static Named of(LogEntry entry) {
            return new Named(entry.key(), entry.subagent());
        }

        // what the compiler would make goes through method handles, which take their time where code is young

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Named named && subagent == named.subagent && key.equals(named.key);
        }

        @Override
        public int hashCode() {
            return 2 * key.hashCode() + (subagent ? 1 : 0);
        }
    }

    /** Whether adding this line to what one reading has found changes nothing, wherever the others stand. */
    static final class Repeats {

        private final Map<Named, Long> totals = new HashMap<>();

        boolean has(LogEntry entry) {
            var usage = entry.usage();
            if (usage == null) {
                return false;
            }
            var named = Named.of(entry);
            var known = totals.get(named);
            if (known != null && known >= usage.total()) {
                return true;
            }
            totals.put(named, usage.total());
            return false;
        }
    }
}
