package app.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The skills are what the template makes of each variant. {@code -Drecount.writeSkills=true} writes them anew. */
class SkillTest {

    static List<Skill> skills() throws IOException {
        return Skill.all();
    }

    @Test
    void there_is_one_for_each_tool_that_keeps_logs() throws IOException {
        assertThat(Skill.all()).extracting(Skill::tool).containsExactly("amp", "claude-code", "codex");
    }

    @ParameterizedTest
    @MethodSource("skills")
    void the_file_is_what_the_template_makes(Skill skill) throws IOException {
        if (Boolean.getBoolean("recount.writeSkills")) {
            Files.createDirectories(skill.file().getParent());
            Files.writeString(skill.file(), skill.text());
        }

        assertThat(skill.file()).content().isEqualTo(skill.text());
    }

    @ParameterizedTest
    @MethodSource("skills")
    void nothing_is_left_to_fill_in(Skill skill) {
        assertThat(skill.text()).doesNotContain("${");
    }

    @ParameterizedTest
    @MethodSource("skills")
    void it_marks_three_stages_and_the_registration(Skill skill) {
        assertThat(String.join("\n", skill.blocks("bash")))
                .contains(
                        "--stage check_stage1", "--stage check_stage2", "--stage check_stage3", "--stage registration");
    }

    @Test
    void the_template_lies_beside_what_it_makes() {
        assertThat(Path.of("assets/skills/check/SKILL.template.md")).isRegularFile();
    }
}
