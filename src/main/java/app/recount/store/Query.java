package app.recount.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Something done with the connection while the store lends it; nothing of it may be kept afterwards. */
@FunctionalInterface
public interface Query<T> {

    T run(Connection connection) throws SQLException;
}
