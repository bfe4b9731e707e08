package app.recount.session;

import app.recount.session.EntryTable.StoredEntry;
import app.recount.session.KnownLog.ReadContent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the entries of the logs that were asked for last, so that a line more in a long log costs one line; and those that were just
 * read until they are asked for, which they will be next.
 */
final class EntryShelf {

    /** Some ten megabytes. */
    private static final long ROOM = 50_000;

    /** Of the fresh ones, some thirty. */
    private static final long ROOM_FOR_FRESH = 100_000;

    private final LinkedHashMap<Long, Held> held = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Long, Fresh> fresh = new HashMap<>();
    private long size;
    private long freshSize;

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

    /**
     * The entries that were put down last for a log.
     *
     * @param stamp of the log's row then: while it is the same, nobody has put down anything else
     * @param from the number of the first
     */
    private record Fresh(long stamp, long from, List<LogEntry> entries) {

        List<StoredEntry> marked(Set<Long> foreign) {
            var marked = new ArrayList<StoredEntry>(entries.size());
            for (var entry : entries) {
                marked.add(new StoredEntry(entry, foreign.contains(from + marked.size())));
            }
            return marked;
        }
    }

    /** Entries that are being put down; if that is taken back, everything has to be cleared. */
    synchronized void fresh(long file, long stamp, long from, List<LogEntry> entries) {
        takeFresh(file);
        if (freshSize + entries.size() <= ROOM_FOR_FRESH && entries.stream().allMatch(EntryTable::keepsExactly)) {
            fresh.put(file, new Fresh(stamp, from, entries));
            freshSize += entries.size();
        }
    }

    private @Nullable Fresh takeFresh(long file) {
        var known = fresh.remove(file);
        freshSize -= known == null ? 0 : known.entries().size();
        return known;
    }

    /** The entries of a log whose row was read in the same transaction. */
    synchronized Held of(Connection connection, KnownLog log) throws SQLException {
        var content = log.content();
        var known = take(log.id());
        var start = known != null && known.isStartOf(content) ? known : Held.nothingOf(content);
        var stored = stored(connection, log, start.entries().size());
        // those of a last line without an end will be replaced, and those that are not settled may be marked
        var lasting = Math.clamp(
                Math.min(content.entries(), log.settled()) - start.entries().size(), 0, stored.size());
        var complete = start.and(stored.subList(0, lasting));
        put(log.id(), complete);
        return complete.and(stored.subList(lasting, stored.size()));
    }

    private List<StoredEntry> stored(Connection connection, KnownLog log, long from) throws SQLException {
        var table = new EntryTable(connection);
        var known = takeFresh(log.id());
        return known != null && known.stamp() == log.stamp() && known.from() == from
                ? known.marked(table.foreign(log.id(), from))
                : table.of(log.id(), from);
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
        fresh.clear();
        freshSize = 0;
    }
}
