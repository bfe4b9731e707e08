package app.recount.session;

import app.recount.session.EntryTable.StoredEntry;
import app.recount.session.KnownLog.ReadContent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the entries of the logs that were asked for last, so that a line more in a long log costs one line.
 */
final class EntryShelf {

    /** Some ten megabytes. */
    private static final long ROOM = 50_000;

    private final LinkedHashMap<Long, Held> held = new LinkedHashMap<>(16, 0.75f, true);
    private long size;

    /**
     * All entries of a log.
     *
     * @param elsewhere the calls that another session owns
     */
    record Held(long generation, List<LogEntry> entries, Set<String> elsewhere) {

        static Held nothingOf(ReadContent content) {
            return new Held(content.generation(), List.of(), Set.of());
        }

        boolean isStartOf(ReadContent content) {
            return generation == content.generation() && entries.size() <= content.entries();
        }

        Held and(List<StoredEntry> more) {
            if (more.isEmpty()) {
                return this;
            }
            var all = new ArrayList<LogEntry>(entries.size() + more.size());
            all.addAll(entries);
            var others = new HashSet<>(elsewhere);
            for (var each : more) {
                all.add(each.entry());
                if (each.elsewhere()) {
                    others.add(each.entry().key());
                }
            }
            return new Held(generation, all, others);
        }
    }

    /** The entries of a log whose row was read in the same transaction. */
    synchronized Held of(Connection connection, KnownLog log) throws SQLException {
        var content = log.content();
        var known = take(log.id());
        var start = known != null && known.isStartOf(content) ? known : Held.nothingOf(content);
        var stored = new EntryTable(connection).of(log.id(), start.entries().size());
        // those of a last line without an end will be replaced
        var lasting = (int)
                Math.min(stored.size(), content.entries() - start.entries().size());
        var complete = start.and(stored.subList(0, lasting));
        put(log.id(), complete);
        return complete.and(stored.subList(lasting, stored.size()));
    }

    private @Nullable Held take(long file) {
        var known = held.remove(file);
        size -= known == null ? 0 : known.entries().size();
        return known;
    }

    private void put(long file, Held entries) {
        held.put(file, entries);
        size += entries.entries().size();
        while (size > ROOM && held.size() > 1) {
            take(held.firstEntry().getKey());
        }
    }

    /** Forgets everything: a transaction that was taken back may have shown what is not there. */
    synchronized void clear() {
        held.clear();
        size = 0;
    }
}
