package app.recount.cli;

import static app.recount.memory.MemoryFixture.memory;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.Promise;
import app.recount.Proves;
import app.recount.memory.ColumnRead;
import app.recount.memory.ColumnReport.Use;
import app.recount.memory.MemoryFixture;
import app.recount.memory.Purpose;
import app.recount.memory.SourceTable;
import app.recount.rehearsal.RehearsalReceiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No statement reads a column of the memory database that the privacy page does not name. Every command is run, and what it really
 * prepares is taken apart, so that no statement can be forgotten here.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ReadColumnsTest {

    private static final String SESSION = "11111111-aaaa-4bbb-8ccc-000000000001";
    private static final String DAY = "2026-05-11";

    @TempDir
    Path folder;

    /** Each is looked at more than once, and run once. */
    private final Map<Shape, PreparedReads> prepared = new EnumMap<>(Shape.class);

    /** Databases of all kinds. */
    enum Shape {
        TODAY(memory().table("schema_versions", "id INTEGER PRIMARY KEY", "version INTEGER")
                .then("ALTER TABLE session_summaries ADD COLUMN memory_session_id TEXT")),
        WITH_TURNS(memory().withTurns().turn("a", 1, DAY + "T10:00:00Z", 1000, 100, 0.1)),
        INDEXED(memory().withTurns()
                .turn("a", 1, DAY + "T10:00:00Z", 1000, 100, 0.1)
                .then("CREATE INDEX observations_project ON observations(project, created_at_epoch)")
                .then("CREATE INDEX observations_all ON observations(created_at_epoch, type, title, text)")
                .then("CREATE INDEX sessions_at ON sdk_sessions(started_at_epoch DESC)")
                .then("CREATE INDEX sessions_id ON sdk_sessions(memory_session_id, started_at_epoch)")
                .then("CREATE INDEX turns_id ON compression_events(memory_session_id, turn, outcome)")),
        LEGACY(memory().withoutColumn(SourceTable.OBSERVATIONS, "agent_type")
                .withoutColumn(SourceTable.OBSERVATIONS, "text")
                .withoutTable(SourceTable.PROMPTS)),
        WITHOUT_ROW_NUMBERS(memory().withoutTable(SourceTable.PROMPTS)
                .withoutTable(SourceTable.OBSERVATIONS)
                .then("CREATE TABLE user_prompts(id TEXT, prompt_text TEXT, created_at_epoch INTEGER,"
                        + " PRIMARY KEY (created_at_epoch, id)) WITHOUT ROWID")
                .then("CREATE TABLE observations(title TEXT, id TEXT PRIMARY KEY, project TEXT, text TEXT, type TEXT,"
                        + " agent_type TEXT, memory_session_id TEXT, created_at_epoch INTEGER) WITHOUT ROWID")
                .then("CREATE INDEX observations_title ON observations(title, created_at_epoch)")),
        WITH_SEARCH(memory().then("CREATE VIRTUAL TABLE prompts_fts USING fts5(prompt_text, content=user_prompts)")
                .then("CREATE VIEW lately AS SELECT * FROM user_prompts"));

        private final MemoryFixture fixture;

        Shape(MemoryFixture fixture) {
            this.fixture = fixture;
        }

        void writeTo(Path directory) {
            fixture.writeTo(directory);
        }
    }

    private PreparedReads prepared(Shape shape) throws IOException {
        var known = prepared.get(shape);
        if (known == null) {
            known = runEverything(shape);
            prepared.put(shape, known);
        }
        return known;
    }

    private PreparedReads runEverything(Shape shape) throws IOException {
        var reads = new PreparedReads();
        try (var bench = new Bench(Files.createDirectory(folder.resolve(shape.name())));
                var receiver = RehearsalReceiver.start(bench.clock())) {
            fill(shape, bench);
            bench.sendingTo(receiver.destination()).watchedBy(reads);
            run(bench, "status");
            run(bench, "preview");
            run(bench, "explain", "--all-days");
            run(bench, "explain", "--key", "first_active_date");
            run(bench, "privacy", "columns");
            run(bench, "generation", "import");
            run(bench, "generation");
            run(bench, "generation", "list");
            run(bench, "generation", "install-table");
            run(bench, "explain", "--all-days");
            // an older marker makes it matter which version a payload would have
            Files.writeString(bench.directory.marker(), "{\"version\": 2}");
            run(bench, "status");
            Files.delete(bench.directory.marker());
            run(bench, "send", "--approve", bench.previewedDigest());
        }
        return reads;
    }

    private static void fill(Shape shape, Bench bench) throws IOException {
        shape.writeTo(bench.directory.path());
        try (var connection = MemoryFixture.connect(bench.directory.database());
                var statement = connection.createStatement()) {
            for (var sql : new String[] {
                "INSERT INTO sdk_sessions(memory_session_id, project, started_at_epoch) VALUES ('%s', 'p', %d)"
                        .formatted(SESSION, MemoryFixture.millis(DAY + "T09:00:00Z")),
                "INSERT INTO observations(id, project, type, created_at_epoch) VALUES (1, 'q', 'bugfix', %d)"
                        .formatted(MemoryFixture.millis(DAY + "T09:10:00Z")),
                "INSERT INTO session_summaries(discovery_tokens, created_at_epoch) VALUES (7, %d)"
                        .formatted(MemoryFixture.millis(DAY + "T09:20:00Z"))
            }) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        MemoryFixture.age(bench.directory.database());
        transcript(bench);
    }

    /** An old transcript, which makes an import ask whose it is. */
    private static void transcript(Bench bench) throws IOException {
        var name =
                bench.directory.path().resolve("observer-sessions").toString().replaceAll("[^a-zA-Z0-9]", "-");
        var project = Files.createDirectories(
                bench.userHome.resolve(".claude/projects").resolve(name));
        Files.writeString(project.resolve(SESSION + ".jsonl"), """
                {"type":"assistant","sessionId":"%s","timestamp":"%sT10:00:00Z","message":{"id":"m1","model":"haiku",\
                "role":"assistant","usage":{"input_tokens":3,"output_tokens":5}}}
                """.formatted(SESSION, DAY));
    }

    private static Bench.Answer run(Bench bench, String... words) {
        var answer = bench.run(words);
        assertThat(answer.status())
                .as("%s: %s", String.join(" ", words), answer.errors())
                .isZero();
        return answer;
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    @Proves(Promise.COLUMNS_NAMED)
    void no_statement_reads_a_column_that_the_privacy_page_does_not_name(Shape shape) throws IOException {
        var page = page();

        assertThat(prepared(shape).reads())
                .isNotEmpty()
                .allSatisfy(read -> assertThat(page)
                        .as("docs/privacy.md names %s.%s", read.relation(), read.column())
                        .hasEntrySatisfying(
                                named(read),
                                use -> assertThat(read.use())
                                        .as("what is done with %s.%s", read.relation(), read.column())
                                        .isGreaterThanOrEqualTo(use)));
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    @Proves(Promise.COLUMNS_NAMED)
    void what_is_listed_for_a_database_is_all_that_is_really_prepared_on_it(Shape shape) throws IOException {
        var reads = prepared(shape).reads();

        try (var bench = new Bench(Files.createDirectory(folder.resolve("listed")))) {
            fill(shape, bench);
            var listed = listed(bench);
            assertThat(reads.stream().filter(read -> isAColumn(read, listed)))
                    .isNotEmpty()
                    .allSatisfy(read -> assertThat(listed.get(read.relation() + "." + read.column()))
                            .as("%s.%s", read.relation(), read.column())
                            .isLessThanOrEqualTo(read.use()));
        }
    }

    /** SQLite's own tables and the number of a row are no columns that anybody made. */
    private static boolean isAColumn(ColumnRead read, Map<String, Use> listed) {
        return listed.containsKey(read.relation() + "." + read.column())
                || !(read.relation().startsWith("sqlite_") || read.column().equals("rowid"));
    }

    private static Map<String, Use> listed(Bench bench) {
        var listed = new HashMap<String, Use>();
        for (var table :
                run(bench, "privacy", "columns", "--format", "json").json().get("tables")) {
            for (var column : table.get("columns")) {
                listed.put(
                        table.get("name").asString() + "." + column.get("name").asString(),
                        Use.valueOf(column.get("use").asString().toUpperCase(Locale.ROOT)));
            }
        }
        return listed;
    }

    @Test
    void every_purpose_is_met_and_the_page_names_no_column_that_nothing_reads() throws IOException {
        var reads = new HashSet<ColumnRead>();
        var purposes = EnumSet.noneOf(Purpose.class);
        for (var shape : Shape.values()) {
            reads.addAll(prepared(shape).reads());
            purposes.addAll(prepared(shape).purposes());
        }
        var changing = changes();
        purposes.addAll(changing.purposes());

        assertThat(purposes).isEqualTo(EnumSet.allOf(Purpose.class));
        assertThat(changing.copies()).containsExactlyInAnyOrder("VACUUM INTO ?", "PRAGMA quick_check(1)");
        assertThat(changing.changes())
                .as("making a table reads SQLite's own list of tables, and for its index the table itself")
                .isNotEmpty()
                .allMatch(read -> Set.of("sqlite_schema", "compression_events").contains(read.relation()))
                .allMatch(read -> page().containsKey(named(read)));
        assertThat(page().keySet())
                .isSubsetOf(Stream.concat(reads.stream(), changing.changes().stream())
                        .map(ReadColumnsTest::named)
                        .collect(toSet()));
    }

    /** The one change of the file, there and back. */
    private PreparedReads changes() throws IOException {
        var prepared = new PreparedReads();
        try (var bench = new Bench(Files.createDirectory(folder.resolve("changed")))) {
            fill(Shape.TODAY, bench);
            bench.watchedBy(prepared);
            run(bench, "generation", "install-table", "--yes");
            run(bench, "generation", "install-table", "--undo", "--yes");
        }
        return prepared;
    }

    /** The number of a row is named once for each table, as the column that usually stands for it. */
    private static String named(ColumnRead read) {
        var number = read.column().equals("rowid")
                && !Set.of("compression_events", "sqlite_schema").contains(read.relation());
        return read.relation() + "." + (number ? "id" : read.column());
    }

    /** The columns that the privacy page names, with what it says is done with them. */
    private static Map<String, Use> page() {
        var columns = new HashMap<String, Use>();
        text(Path.of("docs", "privacy.md"))
                .lines()
                .filter(line -> line.matches("\\| `[a-z_]+\\.[a-z_]+` \\| (read|length only) \\|.*"))
                .forEach(line -> columns.put(
                        line.split("`", -1)[1], line.contains("| length only |") ? Use.LENGTH_ONLY : Use.READ));
        assertThat(columns).isNotEmpty();
        return columns;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
