package app.recount;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.memory.MemoryFixture;
import app.recount.memory.Recounting;
import app.recount.memory.RollupMetric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The packaged program's previews against shared conformance data, which a fresh clone does not have: runs only when asked for, with
 * {@code -Pconformance -Drecount.conformance=FOLDER}, and then fails where the folder is missing.
 */
@Tag("conformance")
class ConformanceIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NOW = "2026-06-12T09:30:00Z";

    /** They describe the machine, or the library that sends. */
    private static final Set<String> OF_THE_MACHINE = Set.of(
            "version",
            "os",
            "os_version",
            "is_wsl",
            "arch",
            "runtime",
            "runtime_version",
            "node_version",
            "is_ci",
            "locale");

    private static final Set<String> OF_THE_LIBRARY = Set.of("$lib", "$lib_version");

    @TempDir
    Path home;

    static Stream<JsonNode> cases() throws IOException {
        return read("memory/cases.json").valueStream();
    }

    static Stream<JsonNode> gates() throws IOException {
        return read("gates.json").valueStream();
    }

    @Test
    void all_cases_and_rows_are_there() throws IOException {
        assertThat(cases()).hasSize(15);
        assertThat(gates()).hasSize(39);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_memory_database_gives_exactly_these_events(JsonNode row) throws Exception {
        var expected = read("memory/" + row.get("case").asString() + ".expected.json");
        var database = copyDatabase(
                row.get("db").asString(), home.resolve(row.get("db").asString()));

        var preview = preview(
                Map.of(),
                "--database",
                database.toString(),
                "--install-id",
                expected.get("install_id").asString(),
                "--now",
                row.get("now").asString());

        assertThat(preview.get("through_day")).isEqualTo(expected.get("last_full_day"));
        assertThat(preview.get("event_count").asInt())
                .isEqualTo(expected.get("events").size());
        assertThat(allComparable(preview.get("events"))).isEqualTo(allComparable(expected.get("events")));
        assertThat(preview.get("events").valueStream())
                .allMatch(event -> event.get("distinct_id").equals(expected.get("install_id")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_value_of_the_events_is_what_its_own_query_gives(JsonNode row) throws Exception {
        var database = copyDatabase(
                row.get("db").asString(), home.resolve(row.get("db").asString()));
        String[] options = {
            "--database", database.toString(), "--now", row.get("now").asString()
        };

        var events = preview(Map.of(), options).get("events");
        var explained = JSON.readTree(recount(Map.of(), explaining(options)).output());

        var counted = counted(events);
        var compared = new TreeMap<String, String>();
        try (var plain = MemoryFixture.connect(database)) {
            for (var explanation : explained.get("explanations")) {
                var name = explanation.get("day").asString() + " "
                        + explanation.get("key").asString();
                var value = explanation.get("value").asString();
                assertThat(explanation.get("queries")).hasSize(1);
                Recounting.assertGives(
                        plain, explanation.get("queries").get(0).get("sql").asString(), value);
                compared.put(name, value);
            }
        }
        assertThat(compared).isEqualTo(counted);
    }

    private static String[] explaining(String... options) {
        return Stream.concat(Stream.of("explain", "--all-days", "--format", "json"), Stream.of(options))
                .toArray(String[]::new);
    }

    /** Every value of the events that is counted from rows, by day and key. */
    private static Map<String, String> counted(JsonNode events) {
        var counted = new TreeMap<String, String>();
        for (var event : events) {
            var day = event.get("timestamp").asString().substring(0, 10);
            event.get("properties").properties().stream()
                    .filter(each -> each.getKey().equals("first_active_date")
                            || RollupMetric.byKey(each.getKey()).isPresent())
                    .forEach(each -> counted.put(
                            day + " " + each.getKey(), each.getValue().asString()));
        }
        return counted;
    }

    @ParameterizedTest
    @MethodSource("gates")
    void the_gates_answer_as_this_row_says(JsonNode row) throws Exception {
        var dataDirectory = Files.createDirectories(home.resolve(".claude-mem"));
        copyDatabase("small.db", dataDirectory.resolve("claude-mem.db"));
        for (var file : row.get("files").properties()) {
            Files.writeString(
                    dataDirectory.resolve(file.getKey()), file.getValue().asString());
        }

        var preview = preview(environment(row), "--now", NOW);

        assertThat(preview.at("/consent/decided_by")).isEqualTo(row.get("decided_by"));
        assertThat(preview.at("/consent/allowed")).isEqualTo(row.get("allowed"));
        assertThat(preview.at("/marker/state")).isEqualTo(row.get("marker_state"));
        assertThat(preview.get("blocked_by")
                        .valueStream()
                        .map(JsonNode::asString)
                        .sorted())
                .containsExactlyElementsOf(texts(row.get("blocked_by")));
        assertThat(preview.get("sendable")).isEqualTo(row.get("sendable"));
    }

    @Test
    void the_body_has_the_digest_that_the_preview_names() throws Exception {
        var database = copyDatabase("small.db", home.resolve("small.db")).toString();

        var preview = preview(Map.of(), "--database", database, "--now", NOW);
        var body = recount(Map.of(), "preview", "--format", "body", "--database", database, "--now", NOW);

        var bytes = Files.readAllBytes(body.standardOutput());
        var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
        assertThat(preview.get("digest").asString())
                .isEqualTo("sha256:" + HexFormat.of().formatHex(digest));
        assertThat(preview.get("bytes").asLong()).isEqualTo(bytes.length);
    }

    private JsonNode preview(Map<String, String> environment, String... options) throws Exception {
        var arguments = Stream.concat(Stream.of("preview", "--format", "json"), Stream.of(options))
                .toArray(String[]::new);
        return JSON.readTree(recount(environment, arguments).output());
    }

    private PackagedRecount.Answer recount(Map<String, String> environment, String... arguments) throws Exception {
        var answer = PackagedRecount.with(home, environment, arguments)
                .env("HOME", home.toString())
                .env("RECOUNT_JAVA", System.getProperty("java.home"))
                .env("CLAUDE_MEM_TELEMETRY_KEY", "phc_conformance")
                .run();
        assertThat(answer.status()).as(answer.errors()).isZero();
        return answer;
    }

    private static Map<String, String> environment(JsonNode row) {
        return row.get("env").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().asString()));
    }

    /** The events as far as they are the same on every machine; numbers compare by value. */
    private static List<JsonNode> allComparable(JsonNode events) {
        return events.valueStream().map(ConformanceIT::comparable).toList();
    }

    private static JsonNode comparable(JsonNode event) {
        var kept = JSON.createObjectNode();
        for (var name : List.of("event", "timestamp", "uuid")) {
            kept.set(name, event.get(name));
        }
        var properties = (ObjectNode) event.get("properties").deepCopy();
        properties.remove(OF_THE_LIBRARY);
        if (event.get("event").asString().equals("install_inferred")) {
            properties.remove(OF_THE_MACHINE);
            ((ObjectNode) properties.get("$set")).remove(OF_THE_MACHINE);
        }
        kept.set("properties", properties);
        return kept;
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    /** Copies a database, with its write-ahead log if it has one; nothing opens the shared file itself. */
    private static Path copyDatabase(String name, Path target) throws IOException {
        Files.copy(folder().resolve("memory").resolve(name), target);
        var log = folder().resolve("memory").resolve(name + "-wal");
        if (Files.exists(log)) {
            Files.copy(log, target.resolveSibling(target.getFileName() + "-wal"));
        }
        return target;
    }

    private static JsonNode read(String file) throws IOException {
        return JSON.readTree(Files.readString(folder().resolve(file)));
    }

    private static Path folder() {
        var name = Objects.requireNonNullElse(System.getProperty("recount.conformance"), "");
        assertThat(name).as("-Drecount.conformance names the folder").isNotEmpty();
        var folder = Path.of(name);
        assertThat(folder).isDirectory();
        return folder;
    }
}
