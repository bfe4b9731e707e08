package app.recount.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives each call one owner, once and for ever: resumed and forked sessions copy the history of another into their own log. Whoever
 * calls this has put down everything that it found, so that sessions which are first seen together are compared.
 *
 * <p>Its queries are {@code CROSS JOIN}s, which SQLite takes in the order in which they stand: it cannot know how many calls a page has, and
 * would take pages apart once for each owner.
 */
final class CallOwners {

    private final Connection connection;

    CallOwners(Connection connection) {
        this.connection = connection;
    }

    /**
     * Settles whose calls the new entries of these logs are; for tools whose sessions share nothing there is nothing to ask.
     *
     * @param logs rows of logs that the caller found itself, and all that it found: half of what another process is putting down would
     *     make it give the history to the copy
     */
    void settle(AgentTool tool, Collection<Long> logs) throws SQLException {
        if (logs.isEmpty()) {
            return;
        }
        var ids = List.copyOf(logs).toString(); // as JSON has it, too
        if (tool.sharesCalls()) {
            gatherClaims(ids);
            giveUncontested(tool.word());
            if (isAny("owner IS NULL AND lowest <> highest")) {
                giveContested(tool.word(), ids);
            }
            if (isAny("lowest <> highest OR owner <> lowest")) {
                markForeign(ids);
            }
        }
        update(
                "UPDATE log_files SET settled = entries + open_entries WHERE id IN (SELECT value FROM json_each(?))",
                ids);
    }

    /** The id of the session whose call this is. */
    Optional<String> owner(String tool, String call) throws SQLException {
        try (var query = connection.prepareStatement("""
                SELECT sessions.session
                FROM call_owners AS owner JOIN sessions ON sessions.id = owner.session
                WHERE owner.tool = ? AND owner.call = ?
                """)) {
            query.setString(1, tool);
            query.setString(2, call);
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    /**
     * Which calls the new entries tell of, in which sessions they stand (the lowest and the highest), and who owns them already. Nearly
     * always each has one session and no owner, so that one pass answers everything.
     */
    private void gatherClaims(String logs) throws SQLException {
        execute("""
                CREATE TEMP TABLE IF NOT EXISTS claims(call TEXT NOT NULL, lowest INTEGER NOT NULL, highest INTEGER NOT NULL, owner INTEGER)
                """);
        execute("DELETE FROM temp.claims");
        update("""
                INSERT INTO temp.claims
                SELECT call.value, min(file.session), max(file.session), owner.session
                FROM log_files AS file
                     CROSS JOIN entry_pages AS page ON page.file = file.id AND page.first >= file.settled
                     CROSS JOIN json_each(page.calls) AS call
                     LEFT JOIN call_owners AS owner ON owner.tool = file.tool AND owner.call = call.value
                WHERE file.id IN (SELECT value FROM json_each(?)) AND file.session IS NOT NULL
                GROUP BY call.value
                """, logs);
    }

    private boolean isAny(String claim) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT 1 FROM temp.claims WHERE %s LIMIT 1".formatted(claim))) {
            return row.next();
        }
    }

    /** Calls that stand in the new entries of one session only. They were put down in the order of the key, which makes it fast. */
    private void giveUncontested(String tool) throws SQLException {
        update("""
                INSERT INTO call_owners(tool, call, session)
                SELECT ?, call, lowest FROM temp.claims WHERE owner IS NULL AND lowest = highest ORDER BY rowid
                """, tool);
    }

    private void giveContested(String tool, String logs) throws SQLException {
        var claims = contested(logs);
        if (claims.isEmpty()) {
            return;
        }
        var claimants = new HashMap<Long, Claimant>();
        try (var insert =
                connection.prepareStatement("INSERT INTO call_owners(tool, call, session) VALUES (?, ?, ?)")) {
            for (var claim : claims.entrySet()) {
                var best = new ArrayList<Claimant>();
                for (var session : claim.getValue()) {
                    var claimant = claimants.get(session);
                    if (claimant == null) {
                        claimant = Claimant.of(connection, session);
                        claimants.put(session, claimant);
                    }
                    best.add(claimant);
                }
                best.sort(Comparator.naturalOrder());
                insert.setString(1, tool);
                insert.setString(2, claim.getKey());
                insert.setLong(3, best.getFirst().session());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The calls that still have no owner, with the sessions in which they stand. */
    private Map<String, List<Long>> contested(String logs) throws SQLException {
        try (var query = connection.prepareStatement("""
                SELECT DISTINCT call.value, file.session
                FROM log_files AS file
                     CROSS JOIN entry_pages AS page ON page.file = file.id AND page.first >= file.settled
                     CROSS JOIN json_each(page.calls) AS call
                     LEFT JOIN call_owners AS owner ON owner.tool = file.tool AND owner.call = call.value
                WHERE file.id IN (SELECT value FROM json_each(?)) AND file.session IS NOT NULL AND owner.session IS NULL
                ORDER BY call.value
                """)) {
            query.setString(1, logs);
            try (var row = query.executeQuery()) {
                var claims = new LinkedHashMap<String, List<Long>>();
                while (row.next()) {
                    claims.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                            .add(row.getLong(2));
                }
                return claims;
            }
        }
    }

    private void markForeign(String logs) throws SQLException {
        update("""
                INSERT INTO foreign_entries(file, number)
                SELECT file.id, page.first + call.key
                FROM log_files AS file
                     CROSS JOIN entry_pages AS page ON page.file = file.id AND page.first >= file.settled
                     CROSS JOIN json_each(page.calls) AS call
                     CROSS JOIN call_owners AS owner ON owner.tool = file.tool AND owner.call = call.value
                WHERE file.id IN (SELECT value FROM json_each(?)) AND owner.session <> file.session
                ON CONFLICT DO NOTHING
                """, logs);
    }

    private void update(String sql, String parameter) throws SQLException {
        try (var update = connection.prepareStatement(sql)) {
            update.setString(1, parameter);
            update.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
