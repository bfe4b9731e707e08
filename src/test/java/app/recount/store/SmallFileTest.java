package app.recount.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SmallFileTest {

    private static final int MOST = 100;

    @TempDir
    Path folder;

    @Test
    void a_file_of_the_largest_size_is_read_and_one_byte_more_is_too_much() throws IOException {
        var file = folder.resolve("file");
        Files.write(file, new byte[MOST]);
        assertThat(SmallFile.read(file, MOST)).hasSize(MOST);
        Files.write(file, new byte[MOST + 1]);
        assertThatThrownBy(() -> SmallFile.read(file, MOST)).hasMessageContaining("too much");
    }

    @Test
    void a_link_to_a_file_is_followed_and_one_to_nothing_or_to_itself_is_none() throws IOException {
        var file = Files.write(folder.resolve("file"), new byte[] {7});
        assertThat(SmallFile.read(Files.createSymbolicLink(folder.resolve("link"), file), MOST))
                .containsExactly(7);
        var dangling = Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("nothing"));
        assertThatThrownBy(() -> SmallFile.read(dangling, MOST)).isInstanceOf(NoSuchFileException.class);
        var loop = Files.createSymbolicLink(folder.resolve("loop"), folder.resolve("loop"));
        assertThatThrownBy(() -> SmallFile.read(loop, MOST)).isInstanceOf(IOException.class);
    }

    @Test
    void a_device_without_an_end_and_a_folder_are_refused() throws IOException {
        var device = Path.of("/dev/zero");
        assumeTrue(Files.exists(device));
        var link = Files.createSymbolicLink(folder.resolve("zero"), device);
        assertThatThrownBy(() -> SmallFile.read(link, MOST)).hasMessageContaining("no regular file");
        assertThatThrownBy(() -> SmallFile.read(folder, MOST)).hasMessageContaining("no regular file");
    }

    @Test
    void a_pipe_is_refused_without_waiting_for_its_writer() throws Exception {
        var pipe = folder.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        assertThatThrownBy(() -> SmallFile.read(pipe, MOST)).hasMessageContaining("no regular file");
    }
}
