package app.recount.memory;

import static app.recount.memory.MemoryFixture.connect;
import static app.recount.memory.MemoryFixture.memory;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.memory.ColumnReport.Use;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a statement reads is found in the program that SQLite makes of it, however it gets at the value. */
class CompiledReadsTest extends MemoryTest {

    private MemoryConnection connection;

    @BeforeEach
    void open() throws SQLException {
        var database = memory().then("CREATE TABLE plain(a TEXT, b TEXT, c TEXT, d TEXT)")
                .then("CREATE INDEX plain_b ON plain(b, c)")
                .then("CREATE INDEX plain_expression ON plain(lower(a) || d)")
                .then("CREATE INDEX plain_part ON plain(d) WHERE a = 'x'")
                .then("CREATE TABLE keyed(a TEXT, b INTEGER, c TEXT, d TEXT, PRIMARY KEY(b, a)) WITHOUT ROWID")
                .then("CREATE INDEX keyed_c ON keyed(c)")
                .then("CREATE TABLE textual(name TEXT PRIMARY KEY, value TEXT)")
                .then("CREATE TABLE backwards(id INTEGER PRIMARY KEY DESC, value TEXT)")
                .then("CREATE TABLE made(first TEXT, louder TEXT AS (upper(first)), second TEXT,"
                        + " quieter TEXT AS (lower(second)) STORED, last TEXT)")
                .then("CREATE VIRTUAL TABLE found USING fts5(title, body)")
                .then("CREATE TABLE changed(a TEXT, b TEXT, c TEXT)")
                .then("ALTER TABLE changed DROP COLUMN b")
                .then("ALTER TABLE changed ADD COLUMN d TEXT")
                .writeTo(folder);
        connection = new MemoryConnection(connect(database), StatementWatch.NONE);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            SELECT d FROM plain                                  → plain.d
            SELECT * FROM plain                                  → plain.a plain.b plain.c plain.d
            SELECT count(*) FROM plain                           →
            SELECT count(d) FROM plain                           → plain.d
            SELECT 1 FROM plain WHERE d = 'x'                    → plain.d
            SELECT 1 FROM plain ORDER BY d                       → plain.d
            SELECT rowid FROM plain                              → plain.rowid
            SELECT d FROM plain WHERE rowid = 5                  → plain.rowid plain.d
            SELECT max(rowid) FROM plain                         → plain.rowid
            SELECT a FROM changed                                → changed.a
            SELECT c, d FROM changed                             → changed.c changed.d
            SELECT value FROM textual WHERE name = 'x'           → textual.name textual.value textual.rowid
            SELECT id FROM user_prompts                          → user_prompts.id
            SELECT rowid FROM user_prompts                       → user_prompts.id
            SELECT rowid FROM backwards                          → backwards.rowid
            SELECT id FROM backwards                             → backwards.id
            SELECT name FROM sqlite_schema                       → sqlite_schema.name
            SELECT name FROM pragma_table_list                   →
            SELECT max(title) FROM observations GROUP BY project → observations.title observations.project
            SELECT text FROM observations WHERE id IN (SELECT id FROM sdk_sessions) \
                                                                 → observations.id observations.text sdk_sessions.id
            SELECT a.d FROM plain AS a JOIN keyed AS k ON k.d = a.d → plain.d keyed.a keyed.b keyed.d
            WITH t AS MATERIALIZED (SELECT a, d FROM plain) SELECT d FROM t → plain.a plain.d
            SELECT quieter FROM made                             → made.quieter
            SELECT last FROM made                                → made.last
            """)
    void columns_are_found_by_their_place_in_the_table(String sql, String columns) throws Exception {
        assertReads(sql, columns);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            SELECT c FROM plain WHERE b = 'x'                    → plain.b plain.c
            SELECT b FROM plain INDEXED BY plain_b WHERE b > 'x' → plain.b
            SELECT 1 FROM plain INDEXED BY plain_b WHERE b = 'x' AND c < 'y' → plain.b plain.c
            SELECT d FROM plain WHERE b = 'x'                    → plain.b plain.d plain.rowid
            SELECT min(b) FROM plain                             → plain.b
            SELECT 1 FROM plain WHERE lower(a) || d = 'x'        → plain.a plain.d plain.rowid
            SELECT lower(a) || d FROM plain ORDER BY 1           → plain.a plain.d plain.rowid
            SELECT 1 FROM plain WHERE a = 'x' AND d > 'y'        → plain.d
            SELECT d FROM keyed WHERE b = 5                      → keyed.b keyed.d
            SELECT d FROM keyed WHERE b = 5 AND a = 'x'          → keyed.b keyed.a keyed.d
            SELECT 1 FROM keyed WHERE c = 'x'                    → keyed.c
            SELECT d FROM keyed WHERE c = 'x'                    → keyed.a keyed.b keyed.c keyed.d
            SELECT 1 FROM plain WHERE b NOT IN (SELECT c FROM keyed) → plain.b keyed.c
            SELECT 1 FROM plain AS p WHERE EXISTS (SELECT 1 FROM keyed AS k WHERE k.b = p.rowid AND k.a = p.a) \
                                                                 → plain.a plain.rowid keyed.a keyed.b
            """)
    void what_is_looked_up_in_an_index_counts_as_read(String sql, String columns) throws Exception {
        assertReads(sql, columns);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            SELECT length(text) FROM observations                → observations.text:length_only
            SELECT sum(length(text)) FROM observations           → observations.text:length_only
            SELECT octet_length(text) FROM observations          → observations.text:length_only
            SELECT typeof(text) FROM observations                → observations.text:type_only
            SELECT length(text), text FROM observations          → observations.text
            SELECT length(text || 'x') FROM observations         → observations.text
            SELECT sum(length(text)) FROM observations GROUP BY type \
                                                                 → observations.text observations.type
            SELECT sum(n) FROM (SELECT type, length(text) AS n FROM observations LIMIT -1) GROUP BY type \
                                                                 → observations.text:length_only observations.type
            """)
    void a_value_that_is_only_measured_is_told_from_one_that_is_read(String sql, String columns) throws Exception {
        assertReads(sql, columns);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            SELECT louder FROM made                              → made.first
            SELECT 1 FROM found                                  → found.title found.body found.found found.rank found.rowid
            SELECT rowid FROM found WHERE found MATCH 'x'        → found.title found.body found.found found.rank found.rowid
            """)
    void what_is_computed_or_searched_counts_as_reading_all_it_is_made_of(String sql, String columns) throws Exception {
        assertReads(sql, columns);
    }

    @ParameterizedTest
    @ValueSource(strings = {"VACUUM", "PRAGMA integrity_check"})
    void what_cannot_be_followed_counts_as_reading_everything(String sql) throws Exception {
        assertThat(reads(sql)).contains("observations.title", "user_prompts.prompt_text", "keyed.d");
    }

    private void assertReads(String sql, @Nullable String columns) throws SQLException {
        var expected = columns == null ? Set.of() : Set.of(columns.split(" ", -1));
        assertThat(reads(sql)).isEqualTo(expected);
    }

    private Set<String> reads(String sql) throws SQLException {
        return connection.reads(new MemoryStatement(Purpose.DAYS, sql)).stream()
                .map(read -> read.relation() + "." + read.column()
                        + (read.use() == Use.READ ? "" : ":" + read.use().word()))
                .collect(toSet());
    }
}
