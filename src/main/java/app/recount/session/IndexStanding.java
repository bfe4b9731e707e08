package app.recount.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * How the index stands: all that a walk is compared with.
 *
 * @param logs that are known, by tool
 * @param isResolved whether nothing is left to be worked out
 */
record IndexStanding(Map<String, List<KnownLog>> logs, boolean isResolved) {

    static IndexStanding of(Connection connection) throws SQLException {
        return new IndexStanding(
                new LogTable(connection).byTool(),
                new SessionTable(connection).unresolved(1).isEmpty());
    }

    List<KnownLog> logs(AgentTool tool) {
        return logs.getOrDefault(tool.word(), List.of());
    }
}
