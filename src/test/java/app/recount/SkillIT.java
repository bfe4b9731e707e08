package app.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Does what each skill tells its agent to do: every block in a shell of its own, while the agent's session grows between them. */
@DisabledOnOs(OS.WINDOWS)
class SkillIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PATIENCE_SECONDS = 120;

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();

    static List<Skill> skills() throws IOException {
        return Skill.all();
    }

    @ParameterizedTest
    @MethodSource("skills")
    void its_commands_count_what_the_session_used_between_them(Skill skill) throws Exception {
        var conversation = Conversation.with(skill.tool(), home(), work());
        conversation.call(1_000, 50);
        variables.putAll(Map.of(
                "SOURCE", "epoch-2026", "TITLE", "Trends in compute", "CLAIMS", "C-1,C-2", "FILE", "analysis.md"));

        for (var block : skill.blocks("bash")) {
            var answer = shell(block).strip();
            if (block.contains("analysis start")) {
                variables.put("ID", answer);
            }
            conversation.call(2_000, 300);
        }

        var run = JSON.readTree(shell("recount analysis get \"$ID\" --format json"));
        assertThat(deltas(run))
                .containsExactly("check_stage1 2300", "check_stage2 2300", "check_stage3 2300", "registration 2300");
        assertThat(run.get("status").asString()).isEqualTo("completed");
        assertThat(run.get("tokens_check").asLong()).isEqualTo(4 * 2_300);
        assertThat(run.get("claims_extracted").valueStream().map(JsonNode::asString))
                .containsExactly("C-1", "C-2");
        assertThat(run.get("source_id").asString()).isEqualTo("epoch-2026");
    }

    @ParameterizedTest
    @MethodSource("skills")
    void with_two_sessions_it_is_told_to_name_one_and_can(Skill skill) throws Exception {
        Conversation.with(skill.tool(), home(), work()).call(10, 1);
        var own = Conversation.with(skill.tool(), home(), work());
        own.call(20, 2);
        variables.putAll(Map.of("SOURCE", "epoch-2026", "SESSION", own.id()));

        variables.put("ID", shell(skill.blocks("bash ambiguous").getFirst()).strip());

        var run = JSON.readTree(shell("recount analysis get \"$ID\" --format json"));
        assertThat(run.get("usage_session_id").asString()).isEqualTo(own.id());
        assertThat(run.get("tokens_baseline").asLong()).isEqualTo(22);
    }

    @ParameterizedTest
    @MethodSource("skills")
    void a_check_that_cannot_be_finished_ends_as_failed(Skill skill) throws Exception {
        Conversation.with(skill.tool(), home(), work()).call(10, 1);
        variables.putAll(Map.of("SOURCE", "epoch-2026", "REASON", "the source is gone"));
        variables.put("ID", shell(skill.blocks("bash").get(1)).strip());

        shell(skill.blocks("bash failed").getFirst());

        var run = JSON.readTree(shell("recount analysis get \"$ID\" --format json"));
        assertThat(run.get("status").asString()).isEqualTo("failed");
        assertThat(run.get("notes").asString()).isEqualTo("the source is gone");
    }

    private static List<String> deltas(JsonNode run) {
        return run.get("stages")
                .valueStream()
                .map(stage -> stage.get("stage").asString() + " "
                        + stage.get("tokens_delta").asLong())
                .toList();
    }

    private Path home() throws IOException {
        return Files.createDirectories(folder.resolve("home"));
    }

    private Path work() throws IOException {
        return Files.createDirectories(folder.resolve("work"));
    }

    /** What the block prints; a failing command ends it. */
    private String shell(String block) throws IOException, InterruptedException {
        var script = Files.writeString(folder.resolve("block.sh"), "set -eu\n" + block);
        var output = folder.resolve("output");
        var errors = folder.resolve("errors");
        var builder = new ProcessBuilder("sh", script.toString())
                .directory(work().toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        var bin = Objects.requireNonNull(PackagedRecount.launcher().getParent());
        builder.environment().clear();
        builder.environment().putAll(variables);
        builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
        builder.environment().put("HOME", home().toString());
        builder.environment().put("RECOUNT_JAVA", System.getProperty("java.home"));
        var process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("no end of: " + block);
        }
        assertThat(process.exitValue())
                .as("%s\n%s", block, Files.readString(errors))
                .isZero();
        return Files.readString(output);
    }
}
