package app.recount.session;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Fills the parameters of a statement one after the other. */
final class Columns {

    private final PreparedStatement statement;
    private int next = 1;

    Columns(PreparedStatement statement) {
        this.statement = statement;
    }

    void text(@Nullable String text) throws SQLException {
        statement.setString(next++, text);
    }

    void number(@Nullable Long number) throws SQLException {
        statement.setObject(next++, number);
    }

    void flag(boolean flag) throws SQLException {
        statement.setBoolean(next++, flag);
    }
}
