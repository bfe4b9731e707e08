package app.recount;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.session.LogFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run whose every step is a process of its own, while its log grows. */
@DisabledOnOs(OS.WINDOWS)
class TrackedRunIT {

    private static final String SESSION = "0b6f3a52-7f0e-4a8e-9a51-6f1f3c0a9d11";

    @TempDir
    Path folder;

    private Path userHome;
    private Path project;

    @BeforeEach
    void makeFolders() throws Exception {
        userHome = Files.createDirectory(folder.resolve("home"));
        project = Files.createDirectory(folder.resolve("rivers"));
    }

    private PackagedRecount.Answer recount(String line, String... more) throws Exception {
        var words = Stream.concat(Arrays.stream(line.split(" ", -1)), Stream.of(more))
                .toArray(String[]::new);
        var answer = PackagedRecount.with(
                        project,
                        Map.of(
                                "HOME",
                                userHome.toString(),
                                "RECOUNT_HOME",
                                folder.resolve("recount").toString(),
                                "RECOUNT_JAVA",
                                System.getProperty("java.home")),
                        words)
                .run();
        assertThat(answer.status()).as(answer.errors()).isZero();
        return answer;
    }

    private JsonNode json(String line, String... more) throws Exception {
        return JsonMapper.builder()
                .build()
                .readTree(recount(line + " --format json", more).output());
    }

    /** By the clock, because the processes have the real one. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    @Test
    void each_stage_is_exactly_what_was_appended_before_its_mark() throws Exception {
        var log = LogFixture.claude(userHome, SESSION, project.toString()).call(now(), 1000, 100);

        var id = recount("analysis start --source-id s-1 --tool claude-code").output();
        assertThat(id).isEqualTo("ANALYSIS-%s-001\n".formatted(id.substring(9, 13)));
        log.call(now(), 2000, 200).call(now(), 20, 2);
        recount("analysis mark --stage check_stage1 --id", id.strip());
        log.call(now(), 30, 3);
        recount("analysis mark --stage check_stage2 --id", id.strip());
        log.call(now(), 5, 5);
        recount("analysis complete --estimate-cost --id", id.strip());

        var run = json("analysis get", id.strip());
        assertThat(run.get("tokens_baseline").asLong()).isEqualTo(1100);
        assertThat(run.get("stages").findValues("tokens_delta").toString()).isEqualTo("[2222, 33]");
        assertThat(run.get("tokens_check").asLong()).isEqualTo(2222 + 33 + 10);
        assertThat(run.get("tokens_in").asLong()).isEqualTo(2055);
        assertThat(run.get("tokens_out").asLong()).isEqualTo(210);
        assertThat(run.get("usage_chosen_by").asString()).isEqualTo("only_active_in_folder");
    }

    @Test
    void processes_that_start_and_mark_at_once_lose_nothing_and_share_no_id() throws Exception {
        LogFixture.claude(userHome, SESSION, project.toString()).call(now(), 1000, 100);
        var id = recount("analysis start --source-id s-0 --tool claude-code")
                .output()
                .strip();

        var calls = new ArrayList<Callable<String>>();
        IntStream.range(0, 3).forEach(n -> {
            calls.add(() -> recount("analysis start --tool claude-code --source-id", "s-" + n)
                    .output()
                    .strip());
            calls.add(() ->
                    recount("analysis mark --id", id, "--stage", "stage" + n).output());
        });
        var ids = new HashSet<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(calls)) {
                ids.add(answer.get());
            }
        }

        assertThat(ids).hasSize(6);
        assertThat(json("analysis list").findValues("id")).hasSize(4).doesNotHaveDuplicates();
        var stages = json("analysis get", id).get("stages");
        assertThat(stages.findValues("stage").stream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("stage0", "stage1", "stage2");
        assertThat(stages.findValues("tokens_delta").stream().map(JsonNode::asLong))
                .containsOnly(0L);
    }
}
