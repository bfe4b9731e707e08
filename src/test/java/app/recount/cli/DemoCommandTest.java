package app.recount.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.faults.Folders;
import app.recount.faults.FullDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

    @TempDir
    Path folder;

    @AutoClose
    private Bench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new Bench(folder);
    }

    @Test
    void the_data_can_be_previewed_at_once() {
        var demo = folder.resolve("demo");

        var answer = bench.run("demo", demo.toString(), "--seed", "7");

        assertThat(answer.status()).isZero();
        assertThat(answer.text()).isEqualTo(demo + "\n");
        var preview = bench.run("preview", "--data-dir", demo.toString(), "--format", "json")
                .json();
        assertThat(preview.get("event_count").asInt()).isGreaterThan(50);
        assertThat(preview.get("read_mode").asString()).isEqualTo("snapshot");
    }

    @Test
    void the_seed_and_the_day_decide_what_is_in_it() {
        var first = previewOf("first", "--seed", "7");
        var again = previewOf("again", "--seed", "7");
        var other = previewOf("other", "--seed", "8");

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    private String previewOf(String name, String... options) {
        var demo = folder.resolve(name).toString();
        var args = new String[options.length + 2];
        args[0] = "demo";
        args[1] = demo;
        System.arraycopy(options, 0, args, 2, options.length);
        assertThat(bench.run(args).status()).isZero();
        return bench.run("preview", "--data-dir", demo, "--format", "json")
                .json()
                .get("digest")
                .asString();
    }

    @Test
    void a_home_folder_with_session_logs_stands_beside_the_database() {
        var demo = folder.resolve("demo");

        var answer = bench.run("demo", demo.toString(), "--format", "json").json();

        assertThat(answer.get("home").asString()).isEqualTo(demo.resolve("home").toString());
        assertThat(demo.resolve("home/.claude/projects")).isNotEmptyDirectory();
        assertThat(demo.resolve("home/.codex/sessions")).isNotEmptyDirectory();
        assertThat(demo.resolve("home/.local/share/amp/threads")).isNotEmptyDirectory();
    }

    @Test
    void why_nothing_can_be_written_is_said_in_words() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");

        assertThat(bench.run("demo", file.resolve("demo").toString(), "--format", "json")
                        .error()
                        .get("cause")
                        .asString())
                .endsWith("(“%s”).".formatted(file.resolve("demo")));
    }

    @Test
    void a_folder_with_anything_else_in_it_is_left_alone() throws IOException {
        Files.writeString(folder.resolve("letter.txt"), "dear");

        var answer = bench.run("demo", folder.toString(), "--format", "json");

        assertThat(answer.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(answer.error().get("code").asString()).isEqualTo("DEMO_FOLDER_NOT_EMPTY");
        assertThat(folder.resolve("claude-mem.db")).doesNotExist();
    }

    @Test
    void demo_data_that_is_there_already_is_used_again() {
        var demo = folder.resolve("demo").toString();
        bench.run("demo", demo);

        assertThat(bench.run("demo", demo, "--format", "json")
                        .json()
                        .get("reused")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void where_it_cannot_be_written_nothing_is_left_of_it() throws IOException {
        var answer = onADiskWithRoomFor(20_000, folder.resolve("new/demo"));

        assertThat(answer.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(answer.error().get("code").asString()).isEqualTo("DEMO_NOT_WRITTEN");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void where_it_cannot_be_written_a_folder_that_was_there_is_as_it_was() throws IOException {
        var demo = Files.createDirectory(folder.resolve("demo"));
        assertThat(onADiskWithRoomFor(20_000, demo).status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(demo).isEmptyDirectory();

        var letter = Files.writeString(demo.resolve("letter.txt"), "dear");
        assertThat(bench.run("demo", demo.toString()).status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(demo).isDirectoryContaining(letter::equals);
    }

    @Test
    void where_its_sessions_cannot_be_written_none_of_them_is_left() throws IOException {
        var demo = folder.resolve("demo");
        bench.run("demo", demo.toString());
        Folders.delete(demo.resolve("home"));

        var answer = onADiskWithRoomFor(20_000, demo);

        assertThat(answer.error().get("code").asString()).isEqualTo("DEMO_NOT_WRITTEN");
        assertThat(demo.resolve("claude-mem.db")).exists();
        assertThat(demo).isDirectoryNotContaining("glob:**home");
    }

    private Bench.Answer onADiskWithRoomFor(long bytes, Path demo) throws IOException {
        try (var _ = FullDisk.beyond(bytes)) {
            return bench.run("demo", demo.toString(), "--format", "json");
        }
    }
}
