package app.recount.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.store.Environment;
import app.recount.store.Progress;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The index against shared conformance data, which a fresh clone does not have; see {@link app.recount.ConformanceIT}. */
@Tag("conformance")
class SessionsConformanceIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path home;

    private RecountStore store;

    @BeforeEach
    void copy_the_home() throws IOException {
        copy(folder().resolve("home"), home);
        store = new RecountStore(RecountHome.at(home.resolve("recount")));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void every_session_has_exactly_these_tokens_and_windows() throws IOException {
        var index = new SessionIndex(store, AgentTools.known(), new Environment(Map.of(), home, "linux"));
        var expected = JSON.readTree(Files.readString(folder().resolve("expected.json")));

        var sessions = index.refresh(Progress.NONE);

        assertThat(expected).hasSize(24);
        assertThat(sessions).hasSize(24);
        for (var row : expected.properties()) {
            var wanted = row.getValue();
            var key = new SessionKey(
                    wanted.get("tool").asString(), wanted.get("session_id").asString());
            var session =
                    sessions.stream().filter(each -> each.key().equals(key)).findFirst();
            assertThat(session).as(row.getKey()).isPresent();
            assertThat(tokens(session.get(), false)).as(row.getKey()).isEqualTo(wanted.get("tokens"));
            assertThat(tokens(session.get(), true)).as(row.getKey()).isEqualTo(wanted.get("subagents"));
            assertThat(session.get().unreadable() == null ? "ok" : "unknown")
                    .as(row.getKey())
                    .isEqualTo(wanted.get("state").asString());
            for (var window : wanted.path("windows")) {
                var used = index.window(
                        key,
                        Instant.parse(window.get("from").asString()),
                        Instant.parse(window.get("to").asString()));
                assertThat(json(used.all())).isEqualTo(window.get("tokens"));
            }
        }
    }

    private static JsonNode tokens(AgentSession session, boolean subagents) {
        var usage = session.usage();
        if (usage == null || (subagents && usage.subagents().calls() == 0)) {
            return JSON.nullNode();
        }
        return json(subagents ? usage.subagents() : usage.own());
    }

    private static JsonNode json(TokenCount tokens) {
        return JSON.readTree("""
                {"input": %d, "cache_read": %d, "cache_write_5m": %d, "cache_write_1h": %d, "output": %d,
                 "reasoning_output": %d, "calls": %d, "total": %d}
                """.formatted(
                        tokens.input(),
                        tokens.cacheRead(),
                        tokens.cacheWrite5m(),
                        tokens.cacheWrite1h(),
                        tokens.output(),
                        tokens.reasoningOutput(),
                        tokens.calls(),
                        tokens.total()));
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (var file : files) {
            var target = to.resolve(from.relativize(file));
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.copy(file, target);
        }
    }

    private static Path folder() {
        var name = Objects.requireNonNullElse(System.getProperty("recount.conformance"), "");
        assertThat(name).as("-Drecount.conformance names the folder").isNotEmpty();
        return Path.of(name).resolve("sessions");
    }
}
