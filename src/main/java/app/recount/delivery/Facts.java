package app.recount.delivery;

import app.recount.store.RecountStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;

/** The single values in recount.db. */
final class Facts {

    private static final String FIND = "SELECT value FROM facts WHERE key = ?";

    private final RecountStore store;

    Facts(RecountStore store) {
        this.store = store;
    }

    Optional<String> read(String key) {
        return read(key, Function.identity());
    }

    /** The value as {@code interpret} understands it, which throws if it makes no sense. */
    <T> Optional<T> read(String key, Function<String, T> interpret) {
        return store.read(connection -> find(connection, key).map(interpret));
    }

    /** Keeps the value unless there is one already, and returns the one that is kept. */
    String keepFirst(String key, String value) {
        return store.write(connection -> {
            try (var insert = connection.prepareStatement("INSERT OR IGNORE INTO facts(key, value) VALUES (?, ?)")) {
                insert.setString(1, key);
                insert.setString(2, value);
                insert.executeUpdate();
            }
            return find(connection, key).orElseThrow();
        });
    }

    void put(String key, String value) {
        store.write(connection -> {
            try (var insert = connection.prepareStatement("INSERT OR REPLACE INTO facts(key, value) VALUES (?, ?)")) {
                insert.setString(1, key);
                insert.setString(2, value);
                return insert.executeUpdate();
            }
        });
    }

    private static Optional<String> find(Connection connection, String key) throws SQLException {
        try (var query = connection.prepareStatement(FIND)) {
            query.setString(1, key);
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }
}
