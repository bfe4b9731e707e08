package app.recount.store;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.jdbc4.JDBC4Connection;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/**
 * A connection that prepares each statement once and gives the same one again: for the small statements of a store, preparing takes
 * longer than running. Closing a statement sets it back. One that is asked for while it is in use is prepared once more.
 *
 * <p>For statements whose text is fixed; each text is kept as long as the connection.
 */
final class PreparedOnce extends JDBC4Connection {

    private final Map<String, Kept> kept = new HashMap<>();

    PreparedOnce(Path file) throws SQLException {
        this("file:" + file.toUri().getRawPath());
    }

    private PreparedOnce(String address) throws SQLException {
        super(JDBC.PREFIX + address, address, new Properties());
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        var known = kept.get(sql);
        if (known != null && known.lend()) {
            return known;
        }
        if (known != null) {
            return super.prepareStatement(sql);
        }
        var fresh = new Kept(this, sql);
        fresh.lend();
        kept.put(sql, fresh);
        return fresh;
    }

    /** The connection's own closing ends the statements, too. */
    private static final class Kept extends JDBC4PreparedStatement {

        private boolean lent;

        Kept(PreparedOnce connection, String sql) throws SQLException {
            super(connection, sql);
        }

        boolean lend() {
            var free = !lent;
            lent = true;
            return free;
        }

        @Override
        public void close() throws SQLException {
            rs.close();
            batch = null; // as large as the largest batch, and emptied place by place otherwise
            batchPos = 0;
            batchQueryCount = 0;
            lent = false;
        }
    }
}
