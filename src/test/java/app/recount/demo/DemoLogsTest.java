package app.recount.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.store.JsonFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoLogsTest {

    private static final Instant NOW = Instant.parse("2026-06-17T14:30:00Z");
    private static final long SEED = 7;

    @TempDir
    Path temporary;

    @Test
    void the_same_seed_gives_the_same_bytes_all_day_and_other_seeds_and_days_give_others() throws IOException {
        var first = files(write("first", NOW, SEED));

        assertThat(files(write("evening", NOW.plusSeconds(9 * 3600), SEED))).isEqualTo(first);
        assertThat(files(write("tomorrow", NOW.plusSeconds(24 * 3600), SEED))).isNotEqualTo(first);
        assertThat(files(write("other", NOW, SEED + 1))).isNotEqualTo(first);
    }

    @Test
    void every_tool_has_its_sessions_in_its_own_kind_of_file() throws IOException {
        assertThat(files(write("home", NOW, SEED)).keySet())
                .hasSizeBetween(25, 80)
                .anyMatch(path -> path.matches("\\.claude/projects/-home-robin-code-[^/]+/[0-9a-f-]{36}\\.jsonl"))
                .anyMatch(path -> path.matches(".*/[0-9a-f-]{36}/subagents/agent-[0-9a-f]{16}\\.jsonl"))
                .anyMatch(path -> path.matches("\\.codex/sessions/2026/06/\\d\\d/rollout-.*[0-9a-f]\\.jsonl"))
                .anyMatch(path -> path.matches("\\.codex/sessions/.*\\.jsonl\\.zst"))
                .anyMatch(path -> path.matches("\\.codex/archived_sessions/rollout-.*\\.jsonl"))
                .anyMatch(path -> path.matches("\\.local/share/amp/threads/T-[0-9a-f-]{36}\\.json"));
    }

    @Test
    void no_line_is_of_today_and_no_file_is_younger_than_its_last_line() throws IOException {
        var home = write("home", NOW, SEED);

        for (var log : lineLogs(home)) {
            var times = lines(log)
                    .map(line -> JsonFile.parse(line.getBytes(StandardCharsets.UTF_8))
                            .orElseThrow())
                    .filter(line -> line.has("timestamp"))
                    .map(line -> Instant.parse(line.get("timestamp").asString()))
                    .toList();
            assertThat(times).as(log.toString()).isNotEmpty().isSorted();
            assertThat(times.getLast()).isBefore(Instant.parse("2026-06-17T00:00:00Z"));
            assertThat(Files.getLastModifiedTime(log).toInstant()).isEqualTo(times.getLast());
        }
    }

    @Test
    void a_home_that_is_there_stays_as_it_is() throws IOException {
        var home = write("home", NOW, SEED);
        Files.writeString(home.resolve("mine.txt"), "mine");
        var before = files(home);

        new DemoLogs(at(NOW.plusSeconds(86_400))).in(home, SEED);

        assertThat(files(home)).isEqualTo(before);
    }

    @Test
    void what_was_left_half_done_is_made_anew() throws IOException {
        var whole = files(write("whole", NOW, SEED));
        var leftover = Files.createDirectories(temporary.resolve(".unfinished-home/.claude"));
        Files.writeString(leftover.resolve("half.jsonl"), "{");

        assertThat(files(write("home", NOW, SEED))).isEqualTo(whole);
        assertThat(temporary.resolve(".unfinished-home")).doesNotExist();
    }

    private Path write(String name, Instant now, long seed) {
        var home = temporary.resolve(name);
        new DemoLogs(at(now)).in(home, seed);
        return home;
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static Stream<String> lines(Path log) throws IOException {
        return Files.readString(log).lines();
    }

    private static Iterable<Path> lineLogs(Path home) throws IOException {
        try (var files = Files.walk(home)) {
            return files.filter(file -> file.toString().endsWith(".jsonl")).toList();
        }
    }

    /** What stands in every file, by its path. */
    private static Map<String, String> files(Path home) throws IOException {
        var contents = new TreeMap<String, String>();
        try (var files = Files.walk(home)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var path = home.relativize(file).toString().replace('\\', '/');
                contents.put(path, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}
