package app.recount.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A session's logs as the index remembers them at one moment.
 *
 * @param isResolved whether what is said of the session is worked out from these logs
 */
record KnownSession(List<KnownLog> logs, boolean isResolved) {

    static KnownSession of(Connection connection, SessionKey key) throws SQLException {
        var sessions = new SessionTable(connection);
        var id = sessions.id(key);
        return id.isEmpty()
                ? new KnownSession(List.of(), false)
                : new KnownSession(
                        new LogTable(connection).ofSession(id.getAsLong()), sessions.isResolved(id.getAsLong()));
    }
}
