package app.recount.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.store.DataDirectory.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path home;

    @Test
    void the_default_lies_in_the_home_folder() {
        var found = locate(Map.of());

        assertThat(found.path()).isEqualTo(home.resolve(".claude-mem"));
        assertThat(found.places())
                .extracting(DataDirectory.Place::kind)
                .containsExactly(Kind.SETTING, Kind.VARIABLE, Kind.SETTINGS_FILE, Kind.DEFAULT);
    }

    @Test
    void the_variable_wins_over_the_settings_file() throws IOException {
        settings("{\"CLAUDE_MEM_DATA_DIR\":\"/from/settings\"}");

        assertThat(locate(Map.of("CLAUDE_MEM_DATA_DIR", "~/from-variable")).path())
                .isEqualTo(home.resolve("from-variable"));
    }

    @Test
    void an_empty_variable_is_none() {
        assertThat(locate(Map.of("CLAUDE_MEM_DATA_DIR", "")).path()).isEqualTo(home.resolve(".claude-mem"));
    }

    @Test
    void the_settings_file_may_begin_with_a_byte_order_mark() throws IOException {
        settings("\uFEFF{\"CLAUDE_MEM_DATA_DIR\":\"~/elsewhere\"}");

        assertThat(locate(Map.of()).path()).isEqualTo(home.resolve("elsewhere"));
    }

    @Test
    void an_env_object_in_the_settings_file_hides_the_top_level() throws IOException {
        settings("{\"env\":{\"CLAUDE_MEM_DATA_DIR\":\"~/inside\"},\"CLAUDE_MEM_DATA_DIR\":\"~/outside\"}");
        assertThat(locate(Map.of()).path()).isEqualTo(home.resolve("inside"));

        settings("{\"env\":{},\"CLAUDE_MEM_DATA_DIR\":\"~/outside\"}");
        assertThat(locate(Map.of()).path()).isEqualTo(home.resolve(".claude-mem"));
    }

    @Test
    void a_settings_file_that_cannot_be_understood_names_nothing() throws IOException {
        settings("{\"CLAUDE_MEM_DATA_DIR\":");
        assertThat(locate(Map.of()).path()).isEqualTo(home.resolve(".claude-mem"));

        settings("[1]");
        assertThat(locate(Map.of()).path()).isEqualTo(home.resolve(".claude-mem"));

        settings("{\"CLAUDE_MEM_DATA_DIR\":7}");
        assertThat(locate(Map.of()).path()).isEqualTo(home.resolve(".claude-mem"));
    }

    @Test
    void only_its_own_database_is_owned_by_whatever_path() throws IOException {
        var directory = locate(Map.of());
        Files.createDirectories(directory.path());
        Files.writeString(directory.database(), "x");
        var copy = Files.writeString(home.resolve("claude-mem.db"), "x");
        var link = Files.createSymbolicLink(home.resolve("link.db"), directory.database());

        assertThat(directory.owns(directory.database())).isTrue();
        assertThat(directory.owns(link)).isTrue();
        assertThat(directory.owns(copy)).isFalse();
        assertThat(directory.owns(home.resolve("missing.db"))).isFalse();
    }

    @Test
    void a_setting_wins_over_everything() {
        var found = locate(Map.of("CLAUDE_MEM_DATA_DIR", "/variable"), home.resolve("setting"));

        assertThat(found.path()).isEqualTo(home.resolve("setting"));
        assertThat(found.kind()).isEqualTo(Kind.SETTING);
    }

    @Test
    void what_a_setting_overrides_is_the_folder_that_claude_mem_is_told_of() throws IOException {
        var setting = home.resolve("setting");
        var environment = new Environment(Map.of("CLAUDE_MEM_DATA_DIR", "/variable"), home, "linux");

        assertThat(locate(Map.of(), setting).overridden(new Environment(Map.of(), home, "linux")))
                .as("nobody tells it of any")
                .isEmpty();
        assertThat(locate(Map.of(), setting).overridden(environment).orElseThrow())
                .satisfies(other -> assertThat(other.path()).isEqualTo(Path.of("/variable")))
                .satisfies(other -> assertThat(other.kind()).isEqualTo(Kind.VARIABLE));
        assertThat(locate(Map.of(), Path.of("/variable")).overridden(environment))
                .as("the same")
                .isEmpty();
        assertThat(DataDirectory.named(setting).overridden(environment))
                .as("meant for this one command")
                .isEmpty();

        settings("{\"CLAUDE_MEM_DATA_DIR\":\"~/told\"}");
        assertThat(locate(Map.of(), setting)
                        .overridden(new Environment(Map.of(), home, "linux"))
                        .orElseThrow()
                        .kind())
                .isEqualTo(Kind.SETTINGS_FILE);
    }

    private DataDirectory locate(Map<String, String> variables, Path setting) {
        return DataDirectory.locate(new Environment(variables, home, "linux"), Optional.of(setting));
    }

    private DataDirectory locate(Map<String, String> variables) {
        return DataDirectory.locate(new Environment(variables, home, "linux"), Optional.empty());
    }

    private void settings(String json) throws IOException {
        Files.createDirectories(home.resolve(".claude-mem"));
        Files.writeString(home.resolve(".claude-mem/settings.json"), json);
    }
}
