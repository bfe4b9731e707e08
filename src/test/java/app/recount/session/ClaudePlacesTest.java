package app.recount.session;

import static app.recount.session.ClaudeLines.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.session.AgentTool.LogName;
import app.recount.store.Environment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where Claude Code's logs lie. */
class ClaudePlacesTest {

    private static final AgentTool CLAUDE = new ClaudeCode();
    private static final Path HOME = Path.of("/home/dev");
    private static final Path ROOT = Path.of("/home/dev/.claude/projects");

    private static Environment environment(Map<String, String> variables) {
        return new Environment(variables, HOME, "linux");
    }

    private static Optional<LogName> at(String place) {
        return CLAUDE.recognise(ROOT, ROOT.resolve(place));
    }

    @Test
    void both_usual_folders_are_searched() {
        assertThat(CLAUDE.roots(environment(Map.of())))
                .containsExactly(Path.of("/home/dev/.config/claude/projects"), ROOT);
    }

    @Test
    void the_config_folder_of_the_desktop_rules_may_be_elsewhere_but_not_relative() {
        assertThat(CLAUDE.roots(environment(Map.of("XDG_CONFIG_HOME", "/etc/mine"))))
                .containsExactly(Path.of("/etc/mine/claude/projects"), ROOT);
        assertThat(CLAUDE.roots(environment(Map.of("XDG_CONFIG_HOME", "mine"))))
                .containsExactly(Path.of("/home/dev/.config/claude/projects"), ROOT);
    }

    @Test
    void named_folders_take_the_place_of_the_usual_ones() {
        assertThat(CLAUDE.roots(environment(Map.of("CLAUDE_CONFIG_DIR", "/a, ~/b ,,/a"))))
                .containsExactly(Path.of("/a/projects"), Path.of("/home/dev/b/projects"));
        assertThat(CLAUDE.roots(environment(Map.of("CLAUDE_CONFIG_DIR", "")))).hasSize(2);
    }

    @Test
    void a_session_is_named_by_its_file() {
        assertThat(at("-home-dev-recount/" + SESSION.toUpperCase(java.util.Locale.ROOT) + ".jsonl"))
                .hasValueSatisfying(name -> {
                    assertThat(name.session()).isEqualTo(SESSION);
                    assertThat(name.subagent()).isFalse();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent-e814.jsonl", "workflows/wf_01/agent-2692.jsonl"})
    void logs_below_a_session_are_its_subagents(String place) {
        assertThat(at("project/" + SESSION + "/subagents/" + place)).hasValueSatisfying(name -> {
            assertThat(name.session()).isEqualTo(SESSION);
            assertThat(name.subagent()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SESSION + ".jsonl",
                "project/notes.jsonl",
                "project/" + SESSION + ".json",
                "project/" + SESSION + ".jsonl.bak",
                "project/deeper/" + SESSION + ".jsonl",
                "project/" + SESSION + "/agent-1.jsonl",
                "project/" + SESSION + "/subagents/agent-1.meta.json",
                "../" + SESSION + ".jsonl"
            })
    void other_files_are_no_logs(String place) {
        assertThat(at(place)).isEmpty();
    }

    @Test
    void a_file_outside_the_root_is_no_log() {
        assertThat(CLAUDE.recognise(ROOT, Path.of("/elsewhere/project/" + SESSION + ".jsonl")))
                .isEmpty();
    }

    @Test
    void an_older_subagents_log_says_inside_to_whom_it_belongs(@TempDir Path root) throws IOException {
        var log = ReadLog.of(CLAUDE, root, "project/agent-9dc13224.jsonl", ClaudeLines.sidechain("msg_1", 5));
        assertThat(log.name().session()).isNull();
        assertThat(log.name().subagent()).isTrue();
        assertThat(log.part().facts().session()).isEqualTo(SESSION);
    }
}
