package app.recount.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.recount.faults.InChild;
import app.recount.faults.InChild.Surroundings;
import app.recount.problem.ProblemException;
import app.recount.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ChosenFileTest {

    private static final byte[] CONTENT = "new".getBytes(UTF_8);

    @TempDir
    Path folder;

    @Test
    void what_a_link_names_is_replaced_and_the_link_stays() throws IOException {
        var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        var file = Files.writeString(elsewhere.resolve("runs.yaml"), "old");
        var relative = Files.createSymbolicLink(folder.resolve("relative"), Path.of("elsewhere/runs.yaml"));
        var link = Files.createSymbolicLink(folder.resolve("link"), relative);

        assertThat(ChosenFile.write(link, CONTENT)).isEqualTo(link);

        assertThat(file).hasContent("new");
        assertThat(link).isSymbolicLink();
        assertThat(relative).isSymbolicLink();
        assertThat(elsewhere).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void what_a_link_names_is_made_if_it_is_not_there() throws IOException {
        var link = Files.createSymbolicLink(folder.resolve("link"), Path.of("runs.yaml"));

        ChosenFile.write(link, CONTENT);

        assertThat(link).isSymbolicLink();
        assertThat(folder.resolve("runs.yaml")).isRegularFile().hasContent("new");
    }

    @Test
    void links_that_lead_in_a_circle_are_a_problem() throws IOException {
        var link = Files.createSymbolicLink(folder.resolve("link"), Path.of("other"));
        Files.createSymbolicLink(folder.resolve("other"), Path.of("link"));

        assertThat(said(link)).contains("“%s” leads in a circle".formatted(link));
    }

    @Test
    void nothing_but_a_file_is_replaced() throws IOException {
        var empty = Files.createDirectory(folder.resolve("empty"));
        var link = Files.createSymbolicLink(folder.resolve("link"), empty);

        assertThat(said(empty)).contains("something else in the place of “%s”".formatted(empty));
        assertThat(said(link)).contains("something else in the place of “%s”".formatted(empty));

        assertThat(empty).isDirectory();
    }

    /** As {@code /dev/stdout} is one where another program reads what is written. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void a_pipe_of_a_process_is_no_file() throws IOException {
        var reader = new ProcessBuilder("cat").start();
        try {
            var pipe = Path.of("/proc", Long.toString(reader.pid()), "fd", "0");
            assertThat(said(pipe)).contains("something else in the place of “%s”".formatted(pipe));
        } finally {
            reader.destroy();
        }
    }

    @Test
    void a_folder_that_is_missing_is_named_itself() {
        var missing = folder.resolve("none");

        assertThat(said(missing.resolve("runs.yaml"))).endsWith("There is no “%s”.".formatted(missing));
    }

    @Test
    @InChild(Surroundings.PERMISSIONS_COUNT)
    void a_folder_that_may_not_be_written_is_named_itself() throws IOException {
        var locked = Files.createDirectory(folder.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-x------"));

        assertThat(said(locked.resolve("runs.yaml")))
                .endsWith("This user may not do that with “%s”.".formatted(locked));
    }

    private String said(Path file) {
        var problem = catchThrowableOfType(ProblemException.class, () -> ChosenFile.write(file, CONTENT))
                .problem();
        assertThat(problem.code()).isEqualTo("FILE_NOT_WRITABLE");
        return new Texts().say(problem.sentences());
    }
}
