package app.recount.session;

import app.recount.session.AgentSession.LogState;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What the logs of a session say together. They are gone through once: a first look asks a thousand sessions, in code that is young. */
final class LogsTogether {

    private final List<KnownLog> logs;
    private KnownLog newest;
    private LogFacts facts = LogFacts.NONE;
    private @Nullable String unreadable;
    private boolean wasRead;
    private boolean gone = true;
    private boolean archived = true;
    private int subagents;
    private long bytes;
    private long readTo;
    private long entries;
    private long repeats;
    private long badLines;

    private LogsTogether(List<KnownLog> logs) {
        this.logs = logs;
        this.newest = logs.getFirst();
    }

    /** At least one log, in the order in which they count. */
    static LogsTogether of(List<KnownLog> logs) {
        var together = new LogsTogether(logs);
        for (var log : logs) {
            together.take(log);
        }
        return together;
    }

    private void take(KnownLog log) {
        var content = log.content();
        newest = isNewer(log, newest) ? log : newest;
        facts = facts.then(content.facts());
        unreadable = unreadable == null && !(log.gone() && log.wasRead()) ? log.unreadable() : unreadable;
        wasRead |= log.wasRead();
        gone &= log.gone();
        archived &= log.name().archived() || log.name().compressed();
        subagents += log.name().subagent() ? 1 : 0;
        bytes += Math.max(0, log.state().size());
        readTo += log.readTo();
        entries += content.entries() + content.openEntries();
        repeats += content.repeats();
        badLines += content.badLines();
    }

    /** A log of the session itself comes before its subagents', and one that is there before one that is gone. */
    private static boolean isNewer(KnownLog log, KnownLog other) {
        if (log.name().subagent() != other.name().subagent()) {
            return other.name().subagent();
        }
        if (log.gone() != other.gone()) {
            return other.gone();
        }
        return log.state().modified() > other.state().modified();
    }

    /**
     * The session of these logs.
     *
     * @param calls in the order of time
     * @param parent id of the session it was forked from
     */
    AgentSession session(SessionKey key, AgentTool tool, List<Call> calls, @Nullable String parent) {
        var usage = wasRead ? Usage.of(calls) : null;
        return new AgentSession(
                key,
                tool.label(),
                newest.path(),
                facts.folder(),
                facts.last() == null ? modified(newest) : facts.last(),
                calls.isEmpty() ? null : calls.getLast().at(),
                facts.first(),
                model(calls),
                usage,
                unreadable,
                parent,
                new LogState(
                        logs.size() - subagents,
                        subagents,
                        bytes,
                        readTo,
                        repeats + Math.max(0, entries - calls.size()),
                        badLines,
                        gone,
                        archived,
                        Fingerprint.of(logs, usage)));
    }

    private static Instant modified(KnownLog log) {
        return StoredTime.instant(TimeUnit.NANOSECONDS.toMicros(log.state().modified()));
    }

    /** The one named last; a subagent's model speaks for the session only if the session itself names none. */
    private static @Nullable String model(List<Call> calls) {
        String ofSubagent = null;
        for (var call : calls.reversed()) {
            if (call.model() != null && !call.subagent()) {
                return call.model();
            }
            ofSubagent = ofSubagent == null ? call.model() : ofSubagent;
        }
        return ofSubagent;
    }
}
