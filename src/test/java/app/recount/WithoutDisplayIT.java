package app.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Recount without arguments where no window can open. */
@EnabledOnOs(OS.LINUX)
class WithoutDisplayIT {

    @TempDir
    Path home;

    @Test
    void it_says_in_one_line_what_is_missing_and_shows_the_demo_where_that_is_asked_for() throws Exception {
        var answer =
                recount().env("JDK_JAVA_OPTIONS", "-Drecount.demoIfNone=true").run();

        assertThat(answer.status()).as(answer.errors()).isZero();
        assertThat(answer.errors().lines().filter(line -> !line.startsWith("NOTE: Picked up JDK_JAVA_OPTIONS")))
                .singleElement()
                .asString()
                .contains("there is no display", "xvfb");
        assertThat(answer.output()).contains("recount/demo/memory/claude-mem.db");
    }

    @Test
    void without_a_memory_database_its_status_is_that_of_the_preview() throws Exception {
        var answer = recount().run();

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.errors()).contains("there is no display", "There is no memory database");
        assertThat(answer.errors()).doesNotContain("Exception", "\tat ");
    }

    @Test
    void an_x_server_that_does_not_answer_is_named() throws Exception {
        var answer = recount().env("DISPLAY", ":4711").run();

        assertThat(answer.errors().lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains("“:4711”"));
    }

    @Test
    void a_database_that_the_window_would_open_is_previewed() throws Exception {
        var memory = home.resolve("memory");
        assertThat(recount("demo", memory.toString()).run().status()).isZero();

        var answer = recount(memory.resolve("claude-mem.db").toString()).run();

        assertThat(answer.status()).as(answer.errors()).isZero();
        assertThat(answer.errors()).contains("there is no display");
        assertThat(answer.output()).contains("memory/claude-mem.db");
    }

    @Test
    void a_command_wins_over_a_file_of_its_name() throws Exception {
        Files.createFile(home.resolve("status"));

        assertThat(recount("status").run().output()).contains("There is no memory database.");
    }

    @Test
    void a_folder_that_cannot_be_made_is_a_sentence_and_no_stack_trace() throws Exception {
        var file = Files.writeString(home.resolve("file"), "in the way");

        var answer = recount()
                .env("RECOUNT_HOME", file.resolve("recount").toString())
                .run();

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.errors()).contains("cannot be created").doesNotContain("\tat ");
    }

    private PackagedRecount recount(String... arguments) {
        return PackagedRecount.with(home, Map.of("HOME", home.toString()), arguments)
                .env("RECOUNT_JAVA", System.getProperty("java.home"));
    }
}
