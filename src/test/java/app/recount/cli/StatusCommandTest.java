package app.recount.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {

    @TempDir
    Path folder;

    @AutoClose
    private Bench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new Bench(folder);
    }

    private String standing() {
        return bench.run("status", "--format", "json").json().get("standing").asString();
    }

    /** Wherever its lines are broken. */
    private String said() {
        return bench.run("status").text().replaceAll("\\s+", " ");
    }

    @Test
    void without_a_database_there_is_none() {
        assertThat(standing()).isEqualTo("no_database");
        assertThat(said()).contains("does not exist", "the usual place");
    }

    @Test
    void what_is_there_but_no_file_is_not_said_to_be_missing() throws IOException {
        Files.createDirectory(bench.directory.database());
        assertThat(standing()).isEqualTo("no_database");
        assertThat(said()).contains("is no file that can be read").doesNotContain("does not exist");

        Files.delete(bench.directory.database());
        Files.createSymbolicLink(bench.directory.database(), bench.directory.database());
        assertThat(said()).contains("is no file that can be read").doesNotContain("does not exist");
    }

    @Test
    void with_one_it_is_ready_for_review() throws IOException {
        bench.withMemory();

        assertThat(standing()).isEqualTo("ready_for_review");
    }

    @Test
    void a_marker_says_that_it_was_sent() throws IOException {
        bench.withMemory();
        Files.writeString(bench.directory.marker(), "{\"version\": 2}");

        assertThat(standing()).isEqualTo("already_sent");
        assertThat(bench.run("status").text()).contains("nothing to do", "stands, at payload version 2");
    }

    private void recordTurn(String at) {
        var told = bench.run(Bench.words("generation record --session a --turn 1 --outcome aborted --at " + at));
        assertThat(told.status()).as(told.errors()).isZero();
    }

    @Test
    void a_marker_from_before_a_turn_of_the_window_was_known_does_not_count() throws IOException {
        bench.withMemory();
        Files.writeString(bench.directory.marker(), "{\"version\": 2}");
        recordTurn("2026-05-31T00:00:00Z");
        assertThat(standing()).as("a turn outside the window").isEqualTo("already_sent");

        bench.run(Bench.words("generation record --session a --turn 2 --outcome ok --at 2026-05-12T00:00:00Z"));
        assertThat(standing()).isEqualTo("ready_for_review");
        assertThat(bench.run("status").text()).contains("of an older payload version");

        Files.writeString(bench.directory.marker(), "{\"version\": 3}");
        assertThat(standing()).isEqualTo("already_sent");
    }

    @Test
    void where_the_database_cannot_be_read_the_version_is_not_claimed_to_be_known() throws IOException {
        Files.writeString(bench.directory.database(), "no database at all");
        Files.writeString(bench.directory.marker(), "{\"version\": 2}");

        assertThat(standing()).isEqualTo("already_sent");
        assertThat(bench.run("status").text().replaceAll("\\s+", " "))
                .contains(
                        "stands, at payload version 2; whether this history asks for more", "is not a SQLite database");
        assertThat(bench.run("status", "--format", "json")
                        .json()
                        .get("marker_problem")
                        .asString())
                .contains("SQLite");
    }

    @Test
    void looking_makes_no_store_and_leaves_nothing_behind() throws IOException {
        bench.withMemory();
        Files.writeString(bench.directory.marker(), "{\"version\": 2}");

        standing();

        assertThat(bench.home().database()).doesNotExist();
    }

    @Test
    void an_older_marker_does_not_count() throws IOException {
        bench.withMemory();
        Files.writeString(bench.directory.marker(), "{\"version\": 1}");

        assertThat(standing()).isEqualTo("ready_for_review");
        assertThat(bench.run("status").text()).contains("older");
    }

    @Test
    void an_opt_out_and_a_file_that_may_hold_one_are_told() throws IOException {
        bench.withMemory();
        bench.variables.put("DO_NOT_TRACK", "1");
        assertThat(standing()).isEqualTo("not_allowed");

        bench.variables.remove("DO_NOT_TRACK");
        Files.writeString(bench.directory.telemetryConfig(), "{");
        assertThat(standing()).isEqualTo("not_allowed");
        assertThat(bench.run("status").text()).contains("telemetry.json cannot be understood");
    }

    @Test
    void it_says_how_the_data_directory_was_found() throws IOException {
        var named = Files.createDirectories(folder.resolve("named"));
        bench.variables.put("CLAUDE_MEM_DATA_DIR", named.toString());

        var found = bench.run("status", "--format", "json").json();
        assertThat(found.get("data_dir").asString()).isEqualTo(named.toString());
        assertThat(found.get("data_dir_source").asString()).isEqualTo("CLAUDE_MEM_DATA_DIR");

        var option = bench.run("status", "--data-dir", folder.toString(), "--format", "json")
                .json();
        assertThat(option.get("data_dir_source").asString()).isEqualTo("option");
        assertThat(option.get("data_dir_option").asString()).isEqualTo("command_line");
    }

    @Test
    void a_folder_chosen_in_the_settings_is_told_from_an_option_and_from_the_one_that_claude_mem_uses() {
        bench.choosing(bench.directory.path());
        assertThat(bench.run("status").text().replaceAll("\\s+", " "))
                .contains("chosen in Recount’s settings")
                .doesNotContain("Notice");

        bench.variables.put("CLAUDE_MEM_DATA_DIR", folder.toString());

        var found = bench.run("status", "--format", "json").json();
        assertThat(found.get("data_dir").asString())
                .isEqualTo(bench.directory.path().toString());
        assertThat(found.get("data_dir_source").asString()).isEqualTo("option");
        assertThat(found.get("data_dir_option").asString()).isEqualTo("recount_settings");
        assertThat(found.get("data_dir_overridden").get("path").asString()).isEqualTo(folder.toString());
        assertThat(found.get("data_dir_overridden").get("source").asString()).isEqualTo("CLAUDE_MEM_DATA_DIR");
        assertThat(bench.run("status").text().replaceAll("\\s+", " "))
                .contains("claude-mem is told of " + folder + " (named by CLAUDE_MEM_DATA_DIR)");
        assertThat(bench.run("status", "--data-dir", folder.toString()).text().replaceAll("\\s+", " "))
                .contains("named by --data-dir")
                .doesNotContain("Notice");
    }

    @Test
    void it_names_the_folder_of_recounts_own_files() {
        assertThat(bench.run("status").text())
                .contains("Own files     " + bench.home().folder());
    }

    @Test
    void a_personal_key_is_refused_and_never_printed() {
        bench.variables.put("CLAUDE_MEM_TELEMETRY_KEY", "phx_secret");

        var answer = bench.run("status", "--format", "json");

        assertThat(answer.json().get("api_key").get("present").asBoolean()).isFalse();
        assertThat(answer.text()).contains("personal key").doesNotContain("secret");
    }

    @Test
    void it_does_not_read_the_memory_database() throws IOException {
        Files.writeString(bench.directory.database(), "no database at all");

        assertThat(bench.run("status").status()).isZero();
    }
}
