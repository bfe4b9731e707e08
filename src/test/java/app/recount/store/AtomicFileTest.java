package app.recount.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    Path folder;

    @Test
    void the_new_content_takes_the_place_of_the_old_and_nothing_stays_beside_it() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "old");

        AtomicFile.write(file, "new".getBytes(UTF_8));

        assertThat(file).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void a_failed_write_leaves_the_old_content_and_no_temporary_file() throws IOException {
        var inTheWay = Files.createDirectories(folder.resolve("file/child")).getParent();

        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("file"), "new".getBytes(UTF_8)))
                .isInstanceOf(IOException.class);

        assertThat(inTheWay).isDirectory();
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(inTheWay));
    }

    @Test
    void a_file_is_set_aside_under_a_name_that_is_free() throws IOException {
        var file = folder.resolve("settings.json");
        Files.writeString(file, "first");
        assertThat(AtomicFile.setAside(file)).hasFileName("settings.json.unreadable-1");
        Files.writeString(file, "second");

        assertThat(AtomicFile.setAside(file))
                .hasFileName("settings.json.unreadable-2")
                .hasContent("second");
        assertThat(folder.resolve("settings.json.unreadable-1")).hasContent("first");
    }
}
