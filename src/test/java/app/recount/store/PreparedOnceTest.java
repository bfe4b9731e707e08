package app.recount.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedOnceTest {

    private static final String INSERT = "INSERT INTO notes(id, text) VALUES (?, ?)";
    private static final String ALL = "SELECT * FROM notes ORDER BY id";

    @TempDir
    Path folder;

    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = new PreparedOnce(folder.resolve("a b%#.db"));
        execute("CREATE TABLE notes(id INTEGER PRIMARY KEY, text TEXT UNIQUE)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void insert(long id, String text) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, id);
            insert.setString(2, text);
            insert.executeUpdate();
        }
    }

    private List<String> all() throws SQLException {
        try (var query = connection.prepareStatement(ALL);
                var row = query.executeQuery()) {
            var texts = new ArrayList<String>();
            while (row.next()) {
                texts.add(row.getLong("id") + " " + row.getString("text"));
            }
            return texts;
        }
    }

    @Test
    void the_same_text_gives_the_same_statement_once_it_is_free() throws SQLException {
        var first = connection.prepareStatement(ALL);
        first.close();

        assertThat(connection.prepareStatement(ALL)).isSameAs(first);
    }

    @Test
    void a_statement_in_use_is_left_alone() throws SQLException {
        insert(1, "one");
        insert(2, "two");
        try (var outer = connection.prepareStatement(ALL);
                var row = outer.executeQuery()) {
            assertThat(row.next()).isTrue();
            assertThat(all()).containsExactly("1 one", "2 two");
            assertThat(row.next()).isTrue();
            assertThat(row.getString("text")).isEqualTo("two");
        }
        assertThat(all()).containsExactly("1 one", "2 two");
    }

    @Test
    void a_query_that_was_left_in_the_middle_begins_anew_and_holds_nothing_back() throws SQLException {
        insert(1, "one");
        insert(2, "two");
        try (var query = connection.prepareStatement(ALL)) {
            var row = query.executeQuery();
            assertThat(row.next()).isTrue();
        }
        execute("DROP TABLE notes"); // refused while a query is in its middle
        execute("CREATE TABLE notes(id INTEGER PRIMARY KEY, text TEXT UNIQUE)");
        insert(3, "three");

        assertThat(all()).containsExactly("3 three");
    }

    @Test
    void a_batch_that_was_not_run_is_forgotten() throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, 7);
            insert.setString(2, "never");
            insert.addBatch();
        }
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, 8);
            insert.setString(2, "now");
            insert.addBatch();
            insert.executeBatch();
        }
        assertThat(all()).containsExactly("8 now");
    }

    @Test
    void a_value_that_is_not_set_is_not_the_one_of_before() throws SQLException {
        insert(1, "one");
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, 2);
            insert.executeUpdate();
        }
        assertThat(all()).containsExactly("1 one", "2 null");
    }

    @Test
    void a_statement_that_failed_can_be_used_again() throws SQLException {
        insert(1, "same");
        assertThatThrownBy(() -> insert(2, "same")).hasMessageContaining("UNIQUE");

        insert(3, "other");

        assertThat(all()).containsExactly("1 same", "3 other");
    }

    @Test
    void a_column_that_came_later_is_seen() throws SQLException {
        insert(1, "one");
        assertThat(all()).hasSize(1);
        execute("ALTER TABLE notes ADD COLUMN more TEXT DEFAULT 'more'");
        try (var query = connection.prepareStatement(ALL);
                var row = query.executeQuery()) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString("more")).isEqualTo("more");
        }
    }

    @Test
    void closing_the_connection_ends_its_statements() throws SQLException {
        var statement = connection.prepareStatement(ALL);
        connection.close();

        assertThatThrownBy(statement::executeQuery).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> connection.prepareStatement(ALL)).isInstanceOf(SQLException.class);
    }
}
