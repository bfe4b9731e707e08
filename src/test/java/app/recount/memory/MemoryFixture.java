package app.recount.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Builds memory databases for tests: says what happened when, and leaves out or spoils what a test is about. */
public final class MemoryFixture {

    private record Row(String table, Map<String, @Nullable Object> values) {}

    /** Columns by table, each with its declared type. All may be NULL, so that rows can be odd. */
    private final Map<String, Map<String, String>> tables = new LinkedHashMap<>();

    private final List<Row> rows = new ArrayList<>();
    private final List<String> statements = new ArrayList<>();
    private String journalMode = "DELETE";

    private MemoryFixture() {
        table(
                "observations",
                "id INTEGER PRIMARY KEY",
                "memory_session_id TEXT",
                "project TEXT",
                "text TEXT",
                "type TEXT",
                "title TEXT",
                "discovery_tokens INTEGER",
                "created_at_epoch INTEGER",
                "agent_type TEXT");
        table(
                "sdk_sessions",
                "id INTEGER PRIMARY KEY",
                "memory_session_id TEXT",
                "project TEXT",
                "platform_source TEXT",
                "started_at_epoch INTEGER",
                "status TEXT");
        table(
                "session_summaries",
                "id INTEGER PRIMARY KEY",
                "project TEXT",
                "request TEXT",
                "discovery_tokens INTEGER",
                "created_at_epoch INTEGER");
        table("user_prompts", "id INTEGER PRIMARY KEY", "prompt_text TEXT", "created_at_epoch INTEGER");
    }

    /** With every table and column of today's claude-mem that counts, and no row. */
    public static MemoryFixture memory() {
        return new MemoryFixture();
    }

    /** As many characters as asked for. */
    public static String text(int length) {
        return "x".repeat(length);
    }

    public static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    public static long seconds(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }

    /** An observation as current versions write it, without a text. */
    public MemoryFixture observation(String at) {
        return observation(at, null);
    }

    public MemoryFixture observation(String at, @Nullable Object text) {
        return row(SourceTable.OBSERVATIONS, millis(at), "text", text, "type", "discovery", "project", "recount");
    }

    public MemoryFixture session(String at) {
        return row(
                SourceTable.SESSIONS,
                millis(at),
                "project",
                "recount",
                "platform_source",
                "claude",
                "status",
                "completed");
    }

    public MemoryFixture summary(String at, @Nullable Object discoveryTokens) {
        return row(SourceTable.SUMMARIES, millis(at), "discovery_tokens", discoveryTokens);
    }

    public MemoryFixture prompt(String at) {
        return row(SourceTable.PROMPTS, millis(at), "prompt_text", "what is it?");
    }

    /** The table of compression turns, which no claude-mem release makes. */
    public MemoryFixture withTurns() {
        return table(
                "compression_events",
                "memory_session_id TEXT",
                "turn INTEGER",
                "tokens_input INTEGER",
                "tokens_output INTEGER",
                "cost_usd REAL",
                "model TEXT",
                "provider TEXT",
                "outcome TEXT",
                "created_at_epoch INTEGER");
    }

    /** A compression turn in the memory database; needs {@link #withTurns}. */
    public MemoryFixture turn(
            String session, long turn, String at, @Nullable Object in, @Nullable Object out, @Nullable Object cost) {
        return row(
                SourceTable.TURNS,
                millis(at),
                "memory_session_id",
                session,
                "turn",
                turn,
                "tokens_input",
                in,
                "tokens_output",
                out,
                "cost_usd",
                cost,
                "model",
                "haiku",
                "provider",
                "claude",
                "outcome",
                in == null ? "aborted" : "ok");
    }

    /** Any row: the epoch as it shall stand in the column, then names and values. */
    public MemoryFixture row(SourceTable table, @Nullable Object epoch, @Nullable Object... namesAndValues) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put(table.epochColumn(), epoch);
        for (int n = 0; n < namesAndValues.length; n += 2) {
            values.put(String.valueOf(namesAndValues[n]), namesAndValues[n + 1]);
        }
        rows.add(new Row(table.tableName(), values));
        return this;
    }

    /** Makes a table with these columns, each given as its name and declared type, instead of the usual one. */
    public MemoryFixture table(String name, String... columns) {
        tables.put(
                name,
                Arrays.stream(columns)
                        .map(column -> column.split(" ", 2))
                        .collect(Collectors.toMap(
                                parts -> parts[0],
                                parts -> parts.length > 1 ? parts[1] : "",
                                (first, second) -> second,
                                LinkedHashMap::new)));
        return this;
    }

    public MemoryFixture withoutTable(SourceTable table) {
        tables.remove(table.tableName());
        return this;
    }

    public MemoryFixture withoutColumn(SourceTable table, String column) {
        columns(table).remove(column);
        return this;
    }

    /** The column keeps whatever type a value has. */
    public MemoryFixture untyped(SourceTable table, String column) {
        columns(table).put(column, "");
        return this;
    }

    private Map<String, String> columns(SourceTable table) {
        return Objects.requireNonNull(tables.get(table.tableName()));
    }

    /** SQL to be run after the rows were written. */
    public MemoryFixture then(String sql) {
        statements.add(sql);
        return this;
    }

    public MemoryFixture journalMode(String mode) {
        journalMode = mode;
        return this;
    }

    /** Writes {@code claude-mem.db}, closed and complete, into the folder. */
    public Path writeTo(Path folder) {
        var file = folder.resolve("claude-mem.db");
        try (var connection = connect(file)) {
            writeTo(connection);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return age(file);
    }

    /** Makes a file look as if it was written a while ago: what was written this very moment is read with more care. */
    public static Path age(Path file) {
        try {
            return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A plain connection that can do anything to the file. */
    public static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:sqlite:file:" + file.toAbsolutePath().toUri().getRawPath());
    }

    /** Rows of tables or columns that were taken away are left out, so that a test can take away after it has filled. */
    public void writeTo(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = " + journalMode);
            statement.execute("PRAGMA synchronous = OFF");
            statement.execute("BEGIN");
            for (var table : tables.entrySet()) {
                statement.execute("CREATE TABLE %s(%s)".formatted(table.getKey(), columns(table.getValue())));
            }
            for (var row : rows) {
                insert(connection, row);
            }
            for (var sql : statements) {
                statement.execute(sql);
            }
            statement.execute("COMMIT");
        }
    }

    private static String columns(Map<String, String> columns) {
        return columns.entrySet().stream()
                .map(column -> "\"%s\" %s".formatted(column.getKey(), column.getValue()))
                .collect(Collectors.joining(", "));
    }

    private void insert(Connection connection, Row row) throws SQLException {
        var columns = tables.getOrDefault(row.table(), Map.of());
        var names = row.values().keySet().stream().filter(columns::containsKey).toList();
        if (names.isEmpty()) {
            return;
        }
        var sql = "INSERT INTO %s(%s) VALUES (%s)"
                .formatted(
                        row.table(),
                        String.join(", ", names),
                        String.join(", ", names.stream().map(_ -> "?").toList()));
        try (var insert = connection.prepareStatement(sql)) {
            for (int n : IntStream.range(0, names.size()).toArray()) {
                insert.setObject(n + 1, row.values().get(names.get(n)));
            }
            insert.executeUpdate();
        }
    }
}
