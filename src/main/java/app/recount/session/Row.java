package app.recount.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the columns of a row one after the other: to look for each by its name takes longer than to read it. */
final class Row {

    private final ResultSet row;
    private int next = 1;

    Row(ResultSet row) {
        this.row = row;
    }

    /** A text where the table allows no other. */
    String text() throws SQLException {
        return row.getString(next++);
    }

    @Nullable
    String textOrNull() throws SQLException {
        return row.getString(next++);
    }

    long number() throws SQLException {
        return row.getLong(next++);
    }

    @Nullable
    Long numberOrNull() throws SQLException {
        var number = number();
        return row.wasNull() ? null : number;
    }

    @Nullable
    Instant time() throws SQLException {
        return StoredTime.read(row, next++);
    }

    boolean flag() throws SQLException {
        return row.getBoolean(next++);
    }
}
