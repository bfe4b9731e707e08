package app.recount.session;

import app.recount.session.AgentTool.LogName;
import app.recount.session.KnownLog.ReadContent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The logs that are known, in {@code log_files}; and their entries, which change with them. */
final class LogTable {

    private static final String LOGS = """
            SELECT id, stamp, tool, path, named_session, subagent, archived, compressed, content, session,
                   size, modified, born, file_key, position, memo, head, tail,
                   inner_session, folder, parent, first_at, last_at,
                   generation, entries, open_entries, repeats, bad_lines, settled, was_read, gone, unreadable
            FROM log_files
            """;

    private final Connection connection;
    private final SessionTable sessions;

    LogTable(Connection connection) {
        this.connection = connection;
        this.sessions = new SessionTable(connection);
    }

    /** Hears which entries were put down for a log, and with which stamp of its row. */
    @FunctionalInterface
    interface Stored {
        void entries(long file, long stamp, long from, List<LogEntry> entries);
    }

    Map<String, List<KnownLog>> byTool() throws SQLException {
        try (var query = connection.prepareStatement(LOGS)) {
            return rows(query).stream().collect(Collectors.groupingBy(KnownLog::tool, Collectors.toUnmodifiableList()));
        }
    }

    /** In the order in which they count: main logs before subagents', each in the order in which they were begun. */
    List<KnownLog> ofSession(long session) throws SQLException {
        try (var query = connection.prepareStatement(
                LOGS + "WHERE session = ? ORDER BY subagent, first_at IS NULL, first_at, content")) {
            query.setLong(1, session);
            return rows(query);
        }
    }

    /**
     * Which logs have entries of which it is not settled yet whose calls they are.
     *
     * @param found the content of those that are there for the one who asks; of others only those that are gone are told
     */
    List<Long> unsettled(String tool, Set<String> found) throws SQLException {
        try (var query = connection.prepareStatement(
                "SELECT id, content, gone FROM log_files WHERE tool = ? AND settled < entries + open_entries")) {
            query.setString(1, tool);
            try (var row = query.executeQuery()) {
                var logs = new ArrayList<Long>();
                while (row.next()) {
                    if (row.getBoolean(3) || found.contains(row.getString(2))) {
                        logs.add(row.getLong(1));
                    }
                }
                return logs;
            }
        }
    }

    private static List<KnownLog> rows(PreparedStatement query) throws SQLException {
        try (var row = query.executeQuery()) {
            var logs = new ArrayList<KnownLog>();
            while (row.next()) {
                logs.add(log(new Row(row)));
            }
            return logs;
        }
    }

    private static KnownLog log(Row column) throws SQLException {
        return new KnownLog(
                column.number(),
                column.number(),
                column.text(),
                column.text(),
                new LogName(column.textOrNull(), column.flag(), column.flag(), column.flag(), column.text()),
                column.numberOrNull(),
                new FileState(column.number(), column.number(), column.number(), column.text()),
                new ReadContent(
                        new LogPosition(column.number(), column.text()),
                        new FilePrint(column.text(), column.text()),
                        new LogFacts(
                                column.textOrNull(),
                                column.textOrNull(),
                                column.textOrNull(),
                                column.time(),
                                column.time()),
                        column.number(),
                        column.number(),
                        column.number(),
                        column.number(),
                        column.number()),
                column.number(),
                column.flag(),
                column.flag(),
                column.textOrNull());
    }

    boolean has(String tool, String content) throws SQLException {
        try (var query = connection.prepareStatement("SELECT 1 FROM log_files WHERE tool = ? AND content = ?")) {
            query.setString(1, tool);
            query.setString(2, content);
            try (var row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    /**
     * Puts down what readings gave.
     *
     * @param stored hears of each that stands now
     * @return false if for one of them another process was faster: then what that one put down stands
     */
    boolean store(List<LogReading> readings, Stored stored) throws SQLException {
        var all = true;
        for (var reading : readings) {
            all &= store(reading, stored);
        }
        return all;
    }

    private boolean store(LogReading reading, Stored stored) throws SQLException {
        var session =
                sessions.ensure(reading.found().tool().word(), reading.session().orElse(null));
        var before = reading.before();
        Long id = before == null ? insert(reading) : Long.valueOf(before.id());
        var stamp = newStamp();
        if (id == null || !update(id, before == null ? 0 : before.stamp(), stamp, session, reading)) {
            return false;
        }
        if (reading.isRead()) {
            var from = reading.content().entries() - reading.entries().size();
            var entries = new EntryTable(connection);
            if (before != null) {
                entries.cut(id, from);
            }
            entries.append(id, from, reading.entries());
            entries.append(id, from + reading.entries().size(), reading.open()); // of their own, to be replaced
            stored.entries(id, stamp, from, reading.all());
        }
        sessions.touch(session);
        if (before != null && before.session() != null && !before.session().equals(session)) {
            sessions.touch(before.session());
        }
        return true;
    }

    /** A row to be filled; null if the log has one by now. */
    private @Nullable Long insert(LogReading reading) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO log_files(
                    tool, content, path, subagent, archived, compressed, stamp, size, modified, born, file_key,
                    position, memo, head, tail, generation, entries, open_entries, settled, repeats, bad_lines, was_read, gone)
                VALUES (?, ?, '', 0, 0, 0, 0, 0, 0, 0, '', 0, '', '', '', 0, 0, 0, 0, 0, 0, 0, 0)
                ON CONFLICT(tool, content) DO NOTHING
                RETURNING id
                """)) {
            insert.setString(1, reading.found().tool().word());
            insert.setString(2, reading.found().name().content());
            try (var row = insert.executeQuery()) {
                return row.next() ? row.getLong(1) : null;
            }
        }
    }

    private boolean update(long id, long before, long stamp, @Nullable Long session, LogReading reading)
            throws SQLException {
        try (var update = connection.prepareStatement("""
                UPDATE log_files
                SET content = ?, path = ?, named_session = ?, session = ?, subagent = ?, archived = ?, compressed = ?,
                    stamp = ?, size = ?, modified = ?, born = ?, file_key = ?, position = ?, memo = ?, head = ?,
                    tail = ?, generation = ?, entries = ?, open_entries = ?, settled = min(settled, ?), repeats = ?, bad_lines = ?,
                    inner_session = ?, folder = ?, parent = ?, first_at = ?, last_at = ?,
                    was_read = max(was_read, ?), gone = 0, unreadable = ?
                WHERE id = ? AND stamp = ?
                """)) {
            var found = reading.found();
            var name = found.name();
            var content = reading.content();
            var column = new Columns(update);
            column.text(name.content());
            column.text(found.path().toString());
            column.text(name.session());
            column.number(session);
            column.flag(name.subagent());
            column.flag(name.archived());
            column.flag(name.compressed());
            column.number(stamp);
            column.number(reading.state().size());
            column.number(reading.state().modified());
            column.number(reading.state().born());
            column.text(reading.state().key());
            column.number(content.position().offset());
            column.text(content.position().memo());
            column.text(content.print().head());
            column.text(content.print().tail());
            column.number(reading.whole() ? newStamp() : content.generation());
            column.number(content.entries());
            column.number(content.openEntries());
            column.number(settled(reading));
            column.number(content.repeats());
            column.number(content.badLines());
            column.text(content.facts().session());
            column.text(content.facts().folder());
            column.text(content.facts().parent());
            column.number(StoredTime.micros(content.facts().first()));
            column.number(StoredTime.micros(content.facts().last()));
            column.flag(reading.isRead());
            column.text(reading.unreadable());
            column.number(id);
            column.number(before);
            return update.executeUpdate() == 1;
        }
    }

    /** How many of the entries stood before and still stand. */
    private static long settled(LogReading reading) {
        return reading.isRead()
                ? reading.content().entries() - reading.entries().size()
                : Long.MAX_VALUE;
    }

    /**
     * Puts down that files are no longer there; what they held stays.
     *
     * @return how many nobody had put down yet
     */
    int markGone(List<KnownLog> logs) throws SQLException {
        var marked = 0;
        try (var update =
                connection.prepareStatement("UPDATE log_files SET gone = 1, stamp = ? WHERE id = ? AND stamp = ?")) {
            for (var log : logs) {
                update.setLong(1, newStamp());
                update.setLong(2, log.id());
                update.setLong(3, log.stamp());
                if (update.executeUpdate() == 1) {
                    sessions.touch(log.session());
                    marked++;
                }
            }
        }
        return marked;
    }

    /** Never 0, which stands for a new row. */
    static long newStamp() {
        return ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    }
}
