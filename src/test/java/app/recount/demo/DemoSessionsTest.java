package app.recount.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.Tracking;
import app.recount.session.AgentSession;
import app.recount.store.Environment;
import app.recount.store.JsonFile;
import app.recount.store.Progress;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the rest of the program makes of the demo's session logs. */
class DemoSessionsTest {

    private static final Instant NOW = Instant.parse("2026-06-17T14:30:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final long SEED = DemoMemory.DEFAULT_SEED;

    @TempDir
    Path temporary;

    private Path home;
    private RecountStore store;
    private Tracking tracking;

    @BeforeEach
    void open() {
        home = temporary.resolve("home");
        var recount = RecountHome.at(temporary.resolve("recount"));
        store = new RecountStore(recount);
        tracking = Tracking.with(new Environment(Map.of(), home, "linux"), recount, store, CLOCK, new Texts());
    }

    @AfterEach
    void close() {
        tracking.close();
        store.close();
    }

    @Test
    void all_three_tools_have_sessions_over_the_last_weeks() {
        var sessions = sessions();

        assertThat(sessions).hasSizeBetween(20, 35);
        assertThat(sessions.stream().map(session -> session.key().tool()).distinct())
                .containsExactlyInAnyOrder("claude", "codex", "amp");
        assertThat(sessions).noneMatch(session -> session.active(NOW));
        assertThat(sessions).anyMatch(session -> session.log().archived());
        assertThat(sessions).anyMatch(session -> session.log().subagentLogs() > 0);
        assertThat(sessions.stream().map(AgentSession::project).distinct().count())
                .isGreaterThan(3);
    }

    @Test
    void one_thread_was_caught_half_written_and_everything_else_can_be_read() {
        assertThat(sessions().stream().filter(session -> session.unreadable() != null))
                .singleElement()
                .satisfies(session -> assertThat(session.key().tool()).isEqualTo("amp"));
        assertThat(sessions()).allMatch(session -> session.log().badLines() == 0);
    }

    @Test
    void every_model_has_a_price() {
        var prices = tracking.analyses().prices();

        assertThat(sessions().stream().flatMap(session -> Stream.ofNullable(session.usage())))
                .allMatch(usage -> prices.cost(usage).isPresent());
    }

    @Test
    void a_session_that_was_taken_up_again_is_not_counted_twice() throws IOException {
        var counted = sessions().stream()
                .filter(session -> session.key().tool().equals("claude"))
                .mapToLong(session -> session.tokensSoFar().orElseThrow())
                .sum();

        assertThat(counted)
                .isEqualTo(
                        answers().values().stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void what_is_appended_while_it_goes_on_is_what_is_counted() throws IOException {
        Files.createDirectories(home);
        long before = 0;
        for (int turn = 1; turn <= 3; turn++) {
            talk(300);
            var session = tracking.sessions().refresh(Progress.NONE).getFirst();

            assertThat(session.tokensSoFar())
                    .contains(answers().values().stream()
                            .mapToLong(Long::longValue)
                            .sum());
            assertThat(session.tokensSoFar().orElseThrow()).isGreaterThan(before);
            assertThat(session.active(NOW.plusSeconds(turn))).isTrue();
            assertThat(session.log().badLines()).isZero();
            assertThat(tracking.sessions().known()).hasSize(1);
            before = session.tokensSoFar().orElseThrow();
        }
        assertThat(tracking.sessions().known())
                .allMatch(session ->
                        session.usage() != null && session.usage().subagents().calls() > 0);
    }

    private void talk(int steps) throws IOException {
        var taken = new AtomicInteger();
        var at = NOW.plusSeconds(answers().size());
        new LiveConversation(home, SEED, Clock.fixed(at, ZoneOffset.UTC))
                .turns(pause -> taken.incrementAndGet() <= steps);
    }

    private List<AgentSession> sessions() {
        new DemoLogs(CLOCK).in(home, SEED);
        return tracking.sessions().refresh(Progress.NONE);
    }

    /** Tokens of every answer in the logs of Claude Code by its name, counted in the simplest way: the largest of its lines. */
    private Map<String, Long> answers() throws IOException {
        var answers = new HashMap<String, Long>();
        var projects = home.resolve(".claude/projects");
        if (Files.notExists(projects)) {
            return answers;
        }
        try (var files = Files.walk(projects)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".jsonl")).toList()) {
                for (var line : Files.readAllLines(file)) {
                    var message = JsonFile.parse(line.getBytes(StandardCharsets.UTF_8))
                            .orElseThrow()
                            .path("message");
                    if (message.has("usage")) {
                        answers.merge(message.get("id").asString(), total(message.get("usage")), Math::max);
                    }
                }
            }
        }
        return answers;
    }

    private static long total(JsonNode usage) {
        return Stream.of("input_tokens", "cache_creation_input_tokens", "cache_read_input_tokens", "output_tokens")
                .mapToLong(kind -> usage.get(kind).asLong())
                .sum();
    }
}
