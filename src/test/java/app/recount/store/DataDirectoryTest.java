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
                .containsExactly(Kind.OPTION, Kind.VARIABLE, Kind.SETTINGS_FILE, Kind.DEFAULT);
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
    void an_option_wins_over_everything() {
        var found = DataDirectory.locate(
                new Environment(Map.of("CLAUDE_MEM_DATA_DIR", "/variable"), home, "linux"),
                Optional.of(home.resolve("option")));

        assertThat(found.path()).isEqualTo(home.resolve("option"));
    }

    private DataDirectory locate(Map<String, String> variables) {
        return DataDirectory.locate(new Environment(variables, home, "linux"), Optional.empty());
    }

    private void settings(String json) throws IOException {
        Files.createDirectories(home.resolve(".claude-mem"));
        Files.writeString(home.resolve(".claude-mem/settings.json"), json);
    }
}
