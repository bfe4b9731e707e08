package app.recount.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the lines of the logs said, in {@code entry_pages}, and which of their calls others own, in {@code foreign_entries}. */
final class EntryTable {

    /** So many entries a page has at most, so that no value grows with a log. */
    private static final int PAGE = 1_000;

    private final Connection connection;

    EntryTable(Connection connection) {
        this.connection = connection;
    }

    /** An entry and whether another session owns its call. */
    record StoredEntry(LogEntry entry, boolean elsewhere) {}

    /** A file's entries from this number on. */
    List<StoredEntry> of(long file, long from) throws SQLException {
        try (var query = connection.prepareStatement("""
                SELECT first, size, calls, models, entries FROM entry_pages
                WHERE file = ?1
                  AND first >= coalesce((SELECT max(first) FROM entry_pages WHERE file = ?1 AND first <= ?2), 0)
                  AND first + size > ?2
                ORDER BY first
                """)) {
            query.setLong(1, file);
            query.setLong(2, from);
            try (var row = query.executeQuery()) {
                var foreign = foreign(file, from);
                var stored = new ArrayList<StoredEntry>();
                while (row.next()) {
                    var page = new EntryPage(
                            row.getLong(1), row.getInt(2), row.getString(3), row.getString(4), row.getString(5));
                    var number = page.first();
                    for (var entry : page.read()) {
                        if (number >= from) {
                            stored.add(new StoredEntry(entry, foreign.contains(number)));
                        }
                        number++;
                    }
                }
                return stored;
            }
        }
    }

    /** The numbers of a file's entries, from this one on, whose call another session owns. */
    Set<Long> foreign(long file, long from) throws SQLException {
        try (var query =
                connection.prepareStatement("SELECT number FROM foreign_entries WHERE file = ? AND number >= ?")) {
            query.setLong(1, file);
            query.setLong(2, from);
            try (var row = query.executeQuery()) {
                var numbers = new HashSet<Long>();
                while (row.next()) {
                    numbers.add(row.getLong(1));
                }
                return numbers;
            }
        }
    }

    /** Whether it reads back equal; finer times and odd letters do not. */
    static boolean keepsExactly(LogEntry entry) {
        return StoredTime.keepsExactly(entry.at()) && isPlain(entry.key()) && isPlain(entry.model());
    }

    private static boolean isPlain(@Nullable String text) {
        for (int at = 0; text != null && at < text.length(); at++) {
            var letter = text.charAt(at);
            if (letter < ' ' || letter > '~') {
                return false;
            }
        }
        return true;
    }

    /** Forgets the entries from this number on; some were put down with this one as their first. */
    void cut(long file, long from) throws SQLException {
        delete("DELETE FROM entry_pages WHERE file = ? AND first >= ?", file, from);
        delete("DELETE FROM foreign_entries WHERE file = ? AND number >= ?", file, from);
    }

    private void delete(String sql, long file, long from) throws SQLException {
        try (var delete = connection.prepareStatement(sql)) {
            delete.setLong(1, file);
            delete.setLong(2, from);
            delete.executeUpdate();
        }
    }

    /** Puts entries behind those that stand. */
    void append(long file, long from, List<LogEntry> entries) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO entry_pages(file, first, size, calls, models, entries) VALUES (?, ?, ?, ?, ?, ?)
                """)) {
            for (var start = 0; start < entries.size(); start += PAGE) {
                var page = EntryPage.of(from + start, entries.subList(start, Math.min(entries.size(), start + PAGE)));
                insert.setLong(1, file);
                insert.setLong(2, page.first());
                insert.setInt(3, page.size());
                insert.setString(4, page.calls());
                insert.setString(5, page.models());
                insert.setString(6, page.entries());
                insert.executeUpdate();
            }
        }
    }
}
