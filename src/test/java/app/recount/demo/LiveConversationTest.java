package app.recount.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.Await;
import app.recount.store.JsonFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class LiveConversationTest {

    private static final Instant NOW = Instant.parse("2026-06-17T14:30:00Z");
    private static final long SEED = 7;

    @TempDir
    Path home;

    @Test
    void only_whole_lines_of_valid_json_are_left_wherever_it_is_ended() throws IOException {
        for (int steps : List.of(1, 2, 3, 10, 45, 120)) {
            talk(NOW, steps);

            for (var log : logs()) {
                assertThat(Files.readString(log)).endsWith("\n");
                assertThat(parsed(log)).doesNotContainNull().isNotEmpty();
            }
        }
    }

    @Test
    void it_goes_on_in_the_same_session_on_the_same_day_and_in_another_on_the_next() throws IOException {
        talk(NOW, 5);
        var first = mainLogs();
        var before = Files.readString(first.getFirst());

        talk(NOW.plusSeconds(3600), 5);
        assertThat(mainLogs()).isEqualTo(first);
        assertThat(Files.readString(first.getFirst())).startsWith(before).hasSizeGreaterThan(before.length());

        talk(NOW.plusSeconds(86_400), 5);
        assertThat(mainLogs()).hasSize(2).containsAll(first);
    }

    @Test
    void no_answer_of_a_later_start_carries_the_name_of_an_earlier_one() throws IOException {
        talk(NOW, 60);
        var before = answers();
        talk(NOW.plusSeconds(60), 60);

        assertThat(answers().stream().distinct().count())
                .isGreaterThan(before.stream().distinct().count());
        assertThat(answers().subList(before.size(), answers().size())).doesNotContainAnyElementsOf(before);
    }

    @Test
    void half_a_line_that_a_killed_program_left_stays_a_line_of_its_own() throws IOException {
        talk(NOW, 5);
        var log = mainLogs().getFirst();
        Files.writeString(log, "{\"type\":\"assis", StandardOpenOption.APPEND);

        talk(NOW.plusSeconds(60), 5);

        assertThat(Files.readString(log)
                        .lines()
                        .filter(line -> JsonFile.parse(utf8(line)).isEmpty()))
                .containsExactly("{\"type\":\"assis");
    }

    @Test
    void the_output_of_an_answer_grows_from_block_to_block() throws IOException {
        talk(NOW, 80);
        var outputs = parsed(mainLogs().getFirst()).stream()
                .filter(line -> line.path("message").has("usage"))
                .collect(Collectors.groupingBy(
                        line -> line.path("message").path("id").asString(),
                        Collectors.mapping(
                                line -> line.path("message")
                                        .path("usage")
                                        .path("output_tokens")
                                        .asLong(),
                                Collectors.toList())));

        assertThat(outputs.values())
                .anyMatch(repeats -> repeats.size() > 1)
                .allSatisfy(repeats -> assertThat(repeats).isSorted());
    }

    @Test
    void it_grows_by_itself_until_it_is_closed() throws IOException {
        var live = LiveConversation.start(home, SEED, Clock.systemUTC());
        try (live) {
            Await.until(() -> !mainLogs().isEmpty() && size(mainLogs().getFirst()) > 0);
            assertThat(live.isRunning()).isTrue();
        }
        assertThat(live.isRunning()).isFalse();
        assertThat(parsed(mainLogs().getFirst())).isNotEmpty();
    }

    private void talk(Instant at, int steps) throws IOException {
        new LiveConversation(home, SEED, Clock.fixed(at, ZoneOffset.UTC)).turns(thatMany(steps));
    }

    private static Predicate<Duration> thatMany(int steps) {
        var asked = new ArrayList<Duration>();
        return pause -> {
            asked.add(pause);
            return asked.size() <= steps;
        };
    }

    private List<String> answers() throws IOException {
        return parsed(mainLogs().getFirst()).stream()
                .filter(line -> line.path("message").has("id"))
                .map(line -> line.path("message").path("id").asString())
                .toList();
    }

    private List<Path> mainLogs() {
        return logs().stream()
                .filter(log -> !log.toString().contains("subagents"))
                .toList();
    }

    private List<Path> logs() {
        try (var files = Files.walk(home)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<JsonNode> parsed(Path log) throws IOException {
        return Files.readString(log)
                .lines()
                .map(line -> JsonFile.parse(utf8(line)).orElse(null))
                .toList();
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    private static byte[] utf8(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }
}
