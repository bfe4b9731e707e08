package app.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged program's list of sessions against shared conformance data; see {@link ConformanceIT}. */
@Tag("conformance")
class SessionsConformanceIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int CASES = 24;
    private static final int WINDOWS = 6;
    private static final List<String> FIELDS = List.of("tokens", "subagents", "state");

    @TempDir
    Path home;

    @BeforeEach
    void copy_the_home() throws IOException {
        var from = folder().resolve("home");
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (var file : files) {
            var target = home.resolve(from.relativize(file));
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.copy(file, target);
        }
    }

    @Test
    void every_session_has_exactly_these_tokens() throws Exception {
        var expected = expected();

        var listed = list();

        assertThat(listed).hasSize(CASES);
        assertThat(expected).hasSize(CASES);
        for (var row : expected.properties()) {
            assertCounts(row.getKey(), session(listed, row.getValue()), row.getValue());
        }
        assertThat(list()).as("a second look").isEqualTo(listed);
    }

    private static void assertCounts(String name, JsonNode session, JsonNode expected) {
        for (var field : FIELDS) {
            assertThat(session.get(field)).as("%s of %s", field, name).isEqualTo(expected.get(field));
        }
    }

    @Test
    void every_window_holds_exactly_these_tokens() throws Exception {
        var compared = 0;
        for (var expected : expected().values()) {
            for (var window : expected.path("windows")) {
                var listed = list(
                        "--from",
                        window.get("from").asString(),
                        "--to",
                        window.get("to").asString());
                assertThat(session(listed, expected).get("window")).isEqualTo(window.get("tokens"));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(WINDOWS);
    }

    private Map<String, JsonNode> list(String... options) throws Exception {
        var arguments = Stream.concat(
                        Stream.of("analysis", "sessions", "list", "--tool", "all", "--limit", "0", "--format", "json"),
                        Stream.of(options))
                .toArray(String[]::new);
        var answer = PackagedRecount.with(home, Map.of(), arguments)
                .env("HOME", home.toString())
                .env("RECOUNT_JAVA", System.getProperty("java.home"))
                .run();
        assertThat(answer.status()).as(answer.errors()).isZero();
        return JSON.readTree(answer.output())
                .valueStream()
                .collect(Collectors.toMap(SessionsConformanceIT::key, session -> session));
    }

    private static JsonNode session(Map<String, JsonNode> listed, JsonNode expected) {
        return Objects.requireNonNull(listed.get(key(expected)), () -> key(expected) + " is not listed");
    }

    private static String key(JsonNode session) {
        return session.get("tool").asString() + " " + session.get("session_id").asString();
    }

    private static JsonNode expected() throws IOException {
        return JSON.readTree(Files.readString(folder().resolve("expected.json")));
    }

    private static Path folder() {
        var name = Objects.requireNonNullElse(System.getProperty("recount.conformance"), "");
        assertThat(name).as("-Drecount.conformance names the folder").isNotEmpty();
        return Path.of(name).resolve("sessions");
    }
}
