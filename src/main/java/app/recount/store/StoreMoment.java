package app.recount.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Stands for what the store holds: equal moments mean that nobody, in this process or another, has changed anything in between.
 *
 * @param opening which opening of the file, counted: another file that was put in its place has to be opened
 * @param others changes with every transaction of somebody else
 * @param own rows that this opening's connection has changed so far
 */
record StoreMoment(long opening, long others, long own) {

    /** The moment that a transaction sees; reads no more than the first page of the file. */
    static StoreMoment of(long opening, Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT data_version, total_changes() FROM pragma_data_version")) {
            row.next();
            return new StoreMoment(opening, row.getLong(1), row.getLong(2));
        }
    }
}
