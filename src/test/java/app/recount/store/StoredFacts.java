package app.recount.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The simplest table of {@code recount.db}, written and read to see what became of the file. */
final class StoredFacts {

    private StoredFacts() {}

    static void put(RecountStore store, String key) {
        put(store, key, "v");
    }

    static void put(RecountStore store, String key, String value) {
        store.write(connection -> {
            try (var insert = connection.prepareStatement("INSERT INTO facts(key, value) VALUES (?, ?)")) {
                insert.setString(1, key);
                insert.setString(2, value);
                return insert.executeUpdate();
            }
        });
    }

    /** In alphabetical order. */
    static List<String> keys(RecountStore store) {
        return store.read(StoredFacts::keys);
    }

    static List<String> keys(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT key FROM facts ORDER BY key")) {
            var keys = new ArrayList<String>();
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
            return List.copyOf(keys);
        }
    }
}
