package app.recount.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;

/**
 * A session in whose logs a call stands that has no owner yet; the smallest one gets it.
 *
 * @param established whether it had calls of its own when these turned up: it is older than a session that is new altogether
 * @param bornWithIt whether its log was created when its first line was written. A copy is created later than the history it begins with
 * @param allShared whether no call is its own alone: it is what the others were copied from, and ended there
 * @param calls how many it holds; of two that share all, the one with fewer was there first
 * @param distance how many minutes lie between the creation of its log and its first line
 * @param modified when its log was written last
 */
record Claimant(
        long session,
        boolean established,
        boolean bornWithIt,
        boolean allShared,
        long calls,
        long distance,
        long modified,
        String path)
        implements Comparable<Claimant> {

    private static final Comparator<Claimant> FIRST_IS_OWNER = Comparator.comparing(
                    (Claimant each) -> !each.established)
            .thenComparing(each -> !each.bornWithIt)
            .thenComparing(each -> !each.allShared)
            .thenComparingLong(each -> each.allShared ? each.calls : 0)
            .thenComparingLong(Claimant::distance)
            .thenComparingLong(Claimant::modified)
            .thenComparing(Claimant::path);

    /** Asked before contested calls are given away and after all others were. */
    static Claimant of(Connection connection, long session) throws SQLException {
        try (var query = connection.prepareStatement("""
                SELECT (SELECT max(settled) > 0 FROM log_files WHERE session = ?1) AS established,
                       EXISTS(
                           SELECT 1
                           FROM log_files AS file
                                CROSS JOIN entry_pages AS page ON page.file = file.id
                                CROSS JOIN json_each(page.calls) AS call
                                CROSS JOIN call_owners AS owner ON owner.tool = file.tool AND owner.call = call.value
                           WHERE file.session = ?1 AND owner.session = ?1) AS has_own,
                       (SELECT count(DISTINCT call.value)
                        FROM log_files AS file
                             CROSS JOIN entry_pages AS page ON page.file = file.id
                             CROSS JOIN json_each(page.calls) AS call
                        WHERE file.session = ?1) AS calls,
                       abs(born - coalesce(first_at, born)) / 60000000 AS distance,
                       modified,
                       path
                FROM log_files
                WHERE session = ?1
                ORDER BY subagent, first_at IS NULL, first_at, content
                LIMIT 1
                """)) {
            query.setLong(1, session);
            try (var row = query.executeQuery()) {
                row.next();
                return new Claimant(
                        session,
                        row.getBoolean("established"),
                        row.getLong("distance") == 0,
                        !row.getBoolean("has_own"),
                        row.getLong("calls"),
                        row.getLong("distance"),
                        row.getLong("modified"),
                        row.getString("path"));
            }
        }
    }

    @Override
    public int compareTo(Claimant other) {
        return FIRST_IS_OWNER.compare(this, other);
    }
}
