package app.recount.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recount.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecountHomeTest {

    @TempDir
    Path home;

    @Test
    void each_platform_has_its_folder() {
        assertThat(locate("linux", Map.of()).folder()).isEqualTo(home.resolve(".local/share/recount"));
        assertThat(locate("linux", Map.of("XDG_DATA_HOME", home.resolve("xdg").toString()))
                        .folder())
                .isEqualTo(home.resolve("xdg/recount"));
        assertThat(locate("mac os x", Map.of()).folder())
                .isEqualTo(home.resolve("Library/Application Support/Recount"));
        assertThat(locate(
                                "windows 11",
                                Map.of("LOCALAPPDATA", home.resolve("local").toString()))
                        .folder())
                .isEqualTo(home.resolve("local/Recount"));
    }

    @Test
    void the_variable_names_the_folder_itself() {
        assertThat(locate("linux", Map.of("RECOUNT_HOME", "~/mine")).folder()).isEqualTo(home.resolve("mine"));
    }

    /** As of bytes that are no text in this locale: what Java makes of them names another folder. */
    @Test
    void a_folder_whose_letters_were_lost_is_not_made() {
        assertThatThrownBy(() -> locate("linux", Map.of("RECOUNT_HOME", "~/h\uFFFD")))
                .isInstanceOfSatisfying(ProblemException.class, thrown -> {
                    assertThat(thrown.problem().code()).isEqualTo("PATH_NOT_USABLE");
                    assertThat(thrown.problem().actions()).isNotEmpty();
                });
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void nobody_else_may_look_inside() throws IOException {
        var recount = locate("linux", Map.of());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(recount.folder())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(recount.approved())))
                .isEqualTo("rwx------");
    }

    @Test
    void a_folder_that_cannot_be_made_is_a_problem_with_a_way_out() throws IOException {
        var file = Files.writeString(home.resolve("file"), "in the way");

        assertThatThrownBy(() -> RecountHome.at(file.resolve("recount")))
                .isInstanceOfSatisfying(ProblemException.class, thrown -> {
                    assertThat(thrown.problem().code()).isEqualTo("HOME_NOT_WRITABLE");
                    assertThat(thrown.problem().actions()).isNotEmpty();
                });
    }

    private RecountHome locate(String os, Map<String, String> variables) {
        return RecountHome.locate(new Environment(variables, home, os));
    }
}
