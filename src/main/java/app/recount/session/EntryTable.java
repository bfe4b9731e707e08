package app.recount.session;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the lines of the logs said, in {@code log_entries}. */
final class EntryTable {

    private final Connection connection;

    EntryTable(Connection connection) {
        this.connection = connection;
    }

    /** An entry and whether another session owns its call. */
    record StoredEntry(LogEntry entry, boolean elsewhere) {}

    /** A file's entries from this number on. */
    List<StoredEntry> of(long file, long from) throws SQLException {
        try (var query = connection.prepareStatement("""
                SELECT call, at, model, subagent, elsewhere, usage, counter FROM log_entries
                WHERE file = ? AND seq >= ?
                ORDER BY seq
                """)) {
            query.setLong(1, file);
            query.setLong(2, from);
            try (var row = query.executeQuery()) {
                var models = new HashMap<String, String>();
                var entries = new ArrayList<StoredEntry>();
                while (row.next()) {
                    entries.add(entry(row, models));
                }
                return entries;
            }
        }
    }

    private static StoredEntry entry(ResultSet row, Map<String, String> models) throws SQLException {
        var model = row.getString(3);
        return new StoredEntry(
                new LogEntry(
                        row.getString(1),
                        StoredTime.read(row, 2),
                        model == null ? null : models.computeIfAbsent(model, same -> same),
                        row.getBoolean(4),
                        StoredTokens.read(row.getString(6)),
                        StoredTokens.read(row.getString(7))),
                row.getBoolean(5));
    }

    /** The calls among a file's entries from this number on that another session owns. */
    Set<String> elsewhere(long file, long from) throws SQLException {
        try (var query = connection.prepareStatement(
                "SELECT DISTINCT call FROM log_entries WHERE file = ? AND seq >= ? AND elsewhere")) {
            query.setLong(1, file);
            query.setLong(2, from);
            try (var row = query.executeQuery()) {
                var calls = new HashSet<String>();
                while (row.next()) {
                    calls.add(row.getString(1));
                }
                return calls;
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

    /** Forgets the entries from this number on. */
    void cut(long file, long from) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM log_entries WHERE file = ? AND seq >= ?")) {
            delete.setLong(1, file);
            delete.setLong(2, from);
            delete.executeUpdate();
        }
    }

    /** Puts entries behind those that stand. */
    void append(long file, long from, Iterable<LogEntry> entries) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO log_entries(file, seq, call, at, model, subagent, usage, counter)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            var seq = from;
            for (var entry : entries) {
                insert.setLong(1, file);
                insert.setLong(2, seq++);
                insert.setString(3, entry.key());
                insert.setObject(4, StoredTime.micros(entry.at()));
                insert.setString(5, entry.model());
                insert.setBoolean(6, entry.subagent());
                insert.setString(7, StoredTokens.text(entry.usage()));
                insert.setString(8, StoredTokens.text(entry.counter()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
